package io.bridgehead.platform.web.idempotency;

import io.bridgehead.platform.web.idempotency.Answers.Claimed;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// Keeps what a claimed request was answered, and only then sends it: whoever has seen an answer is
/// answered the same ever after.
final class KeepingAnswers extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(KeepingAnswers.class);

    private final Answers answers;
    private final HandlerExceptionResolver problems;

    KeepingAnswers(Answers answers, HandlerExceptionResolver problems) {
        this.answers = answers;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !IdempotencyKeys.standBefore(request);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
        boolean answered = false;
        try {
            chain.doFilter(request, held);
            answered = true;
        } finally {
            if (request.getAttribute(IdempotencyKeys.CLAIM) instanceof Claimed claim) {
                settle(claim, answered, request, held);
            }
        }
        held.copyBodyToResponse();
    }

    private void settle(
            Claimed claim,
            boolean answered,
            HttpServletRequest request,
            ContentCachingResponseWrapper held)
            throws IOException {
        Answer mine = Answer.of(held);
        if (!answered || !mine.isForKeeping()) {
            release(claim);
            return;
        }
        try {
            Optional<Answer> other = answers.keep(claim, mine);
            if (other.isPresent()) {
                held.reset();
                other.get().writeTo(held);
            }
        } catch (RuntimeException fault) {
            // What was done is done; without its answer kept, the caller shall come again for it.
            held.reset();
            if (problems.resolveException(request, held, null, fault) == null) {
                throw fault;
            }
        }
    }

    private void release(Claimed claim) {
        try {
            answers.release(claim);
        } catch (RuntimeException fault) {
            log.warn(
                    "{} stays claimed until its lease ends: {}",
                    claim.command().value(),
                    fault.toString());
        }
    }
}
