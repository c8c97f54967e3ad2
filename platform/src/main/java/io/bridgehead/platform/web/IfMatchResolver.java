package io.bridgehead.platform.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Reads `If-Match: "7"`. `*` and lists are not taken: a person has seen one version.
final class IfMatchResolver implements HandlerMethodArgumentResolver {

    private static final Pattern VERSION = Pattern.compile("\"(\\d{1,18})\"");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == IfMatch.class;
    }

    @Override
    public IfMatch resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        String header = request.getHeader(HttpHeaders.IF_MATCH);
        if (header == null) {
            throw problem(HttpStatus.PRECONDITION_REQUIRED, "if-match-missing");
        }
        Matcher version = VERSION.matcher(header.strip());
        if (!version.matches()) {
            throw problem(HttpStatus.BAD_REQUEST, "if-match-malformed");
        }
        return new IfMatch(Long.parseLong(version.group(1)));
    }

    private static ErrorResponseException problem(HttpStatus status, String slug) {
        return new ErrorResponseException(status, Problems.of(status, slug), null);
    }
}
