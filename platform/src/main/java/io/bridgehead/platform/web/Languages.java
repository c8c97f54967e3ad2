package io.bridgehead.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;

/// Chinese, unless the caller prefers English (`Accept-Language`).
final class Languages implements LocaleResolver {

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        for (LanguageRange range : preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))) {
            String language = range.getRange().split("-", 2)[0];
            if (range.getWeight() > 0 && language.equals("en")) {
                return Locale.ENGLISH;
            }
            if (range.getWeight() > 0 && language.equals("zh")) {
                return Locale.SIMPLIFIED_CHINESE;
            }
        }
        return Locale.SIMPLIFIED_CHINESE;
    }

    /// @return in the order of the caller's preference
    private static List<LanguageRange> preferred(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return List.of();
        }
        try {
            return LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    @Override
    public void setLocale(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable Locale locale) {
        throw new UnsupportedOperationException("the caller's header says the language");
    }
}
