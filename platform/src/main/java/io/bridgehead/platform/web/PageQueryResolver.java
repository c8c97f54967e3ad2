package io.bridgehead.platform.web;

import io.bridgehead.platform.documents.PageQuery;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Reads `limit`, `after`, `updated_from` and `updated_before`, and names every one that is wrong.
final class PageQueryResolver implements HandlerMethodArgumentResolver {

    private static final int LONGEST_CURSOR = 500;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PageQuery.class;
    }

    @Override
    public PageQuery resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        List<FieldError> errors = new ArrayList<>();
        int limit = limit(request.getParameter("limit"), errors);
        String after = after(request.getParameter("after"), errors);
        Instant from = instant("updated_from", request, errors);
        Instant before = instant("updated_before", request, errors);
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
        return new PageQuery(limit, after, from, before);
    }

    private static int limit(@Nullable String text, List<FieldError> errors) {
        if (text == null || text.isEmpty()) {
            return PageQuery.DEFAULT_LIMIT;
        }
        if (text.matches("\\d{1,9}")) {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= PageQuery.MOST) {
                return limit;
            }
        }
        errors.add(new FieldError("limit", "range", 1, PageQuery.MOST));
        return PageQuery.DEFAULT_LIMIT;
    }

    private static @Nullable String after(@Nullable String text, List<FieldError> errors) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (text.length() > LONGEST_CURSOR) {
            errors.add(new FieldError("after", "malformed"));
        }
        return text;
    }

    private static @Nullable Instant instant(
            String name, NativeWebRequest request, List<FieldError> errors) {
        String text = request.getParameter(name);
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (Years.contain(time)) {
                return time.toInstant();
            }
        } catch (DateTimeParseException _) {
            // answered as one that is out of bounds
        }
        errors.add(new FieldError(name, "instant"));
        return null;
    }
}
