package io.bridgehead.platform.web.idempotency;

import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.web.idempotency.Answers.Claimed;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Gives a POST the id that its key makes it; other methods, which are guarded by `If-Match` or do no
/// harm when repeated, a new one.
final class CommandIdResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CommandId.class;
    }

    @Override
    public CommandId resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Object claim = request.getAttribute(IdempotencyKeys.CLAIM, RequestAttributes.SCOPE_REQUEST);
        return claim instanceof Claimed claimed ? claimed.command() : CommandId.random();
    }
}
