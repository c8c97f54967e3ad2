package io.bridgehead.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/// Lets a request through to the very method that will answer it only if that method's own annotation
/// says so: [MayCall], [SignedInMayCall] or [AnyoneMayCall], exactly one. Whatever says nothing is
/// refused to all.
final class DeclaredCallers implements HandlerInterceptor {

    private static final Logger log = LoggerFactory.getLogger(DeclaredCallers.class);

    /// Its methods answer only with the description of the API, which is public.
    private static final String DESCRIPTION_OF_THE_API = "org.springdoc.";

    /// Answers OPTIONS where no controller does: with the methods that there are, which the description
    /// of the API says as well.
    private static final String METHODS_OF_A_PATH =
            RequestMappingInfoHandlerMapping.class.getName() + "$";

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            throw new NotAllowed("nothing but a controller's method is called from outside");
        }
        String answering = method.getBeanType().getName();
        if (answering.startsWith(DESCRIPTION_OF_THE_API)
                || answering.startsWith(METHODS_OF_A_PATH)) {
            return true;
        }
        switch (declarationOn(method)) {
            case AnyoneMayCall _ -> {}
            case SignedInMayCall _ -> {
                var _ = signedIn();
            }
            case MayCall declared -> {
                if (!signedIn().isAny(declared.value())) {
                    throw new NotAllowed(request.getRequestURI() + " needs another role");
                }
            }
            default -> throw new IllegalStateException("not one of the three annotations");
        }
        return true;
    }

    private static Annotation declarationOn(HandlerMethod method) {
        List<Annotation> declared = new ArrayList<>();
        for (Class<? extends Annotation> kind :
                List.of(MayCall.class, SignedInMayCall.class, AnyoneMayCall.class)) {
            Optional.ofNullable(method.getMethodAnnotation(kind)).ifPresent(declared::add);
        }
        if (declared.size() != 1) {
            log.error("{} declares {} kinds of callers instead of one", method, declared.size());
            throw new NotAllowed(method + " does not declare who may call it");
        }
        return declared.getFirst();
    }

    private static Caller signedIn() {
        return Tokens.caller(SecurityContextHolder.getContext().getAuthentication())
                .orElseThrow(() -> new InsufficientAuthenticationException("no token"));
    }
}
