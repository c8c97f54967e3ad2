package io.bridgehead.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;

/// What Spring Security's filters refuse is answered by the same advice as what a controller refuses.
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final HandlerExceptionResolver problems;
    private final LocaleResolver languages;

    Refusals(HandlerExceptionResolver problems, LocaleResolver languages) {
        this.problems = problems;
        this.languages = languages;
    }

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException refusal) {
        answer(request, response, refusal);
    }

    @Override
    public void handle(
            HttpServletRequest request,
            HttpServletResponse response,
            AccessDeniedException refusal) {
        answer(request, response, refusal);
    }

    private void answer(
            HttpServletRequest request, HttpServletResponse response, RuntimeException refusal) {
        // The dispatcher, which chooses the language otherwise, was not reached.
        LocaleContextHolder.setLocale(languages.resolveLocale(request));
        if (problems.resolveException(request, response, null, refusal) == null) {
            throw refusal;
        }
    }
}
