package io.bridgehead.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/// Answers what no advice knows, ours or a feature's, with a problem that says nothing but where to
/// look in the log; what went wrong is written there.
final class LastResort implements HandlerExceptionResolver {

    private static final Logger log = LoggerFactory.getLogger(LastResort.class);

    private final ProblemWriter writer;

    LastResort(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception fault) {
        if (DisconnectedClientHelper.isClientDisconnectedException(fault)) {
            log.debug("the caller hung up", fault);
            return new ModelAndView();
        }
        ProblemDetail problem = Problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error");
        log.error(
                "{} {} failed, trace {}",
                request.getMethod(),
                request.getRequestURI(),
                Problems.traceIdOf(problem),
                fault);
        if (!response.isCommitted()) {
            try {
                writer.write(problem, response);
            } catch (IOException e) {
                log.debug("the caller hung up", e);
            }
        }
        return new ModelAndView();
    }
}
