package io.bridgehead.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers a read in full, whatever the caller has already. An `ETag` is the version of a record, there
/// for `If-Match`; what is shown of the record (a masked name, a position in a line) changes while its
/// version stays, and Spring's 304 would have the caller keep what is not so any more.
final class AnsweringInFull extends OncePerRequestFilter {

    private static final Set<String> UNASKED =
            Set.of(
                    HttpHeaders.IF_NONE_MATCH.toLowerCase(Locale.ROOT),
                    HttpHeaders.IF_MODIFIED_SINCE.toLowerCase(Locale.ROOT));

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String method = request.getMethod();
        return !HttpMethod.GET.matches(method) && !HttpMethod.HEAD.matches(method);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Unconditional(request), response);
    }

    private static final class Unconditional extends HttpServletRequestWrapper {

        Unconditional(HttpServletRequest request) {
            super(request);
        }

        private static boolean isUnasked(String name) {
            return UNASKED.contains(name.toLowerCase(Locale.ROOT));
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isUnasked(name) ? null : super.getHeader(name);
        }

        @Override
        public long getDateHeader(String name) {
            return isUnasked(name) ? -1 : super.getDateHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isUnasked(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            return Collections.enumeration(
                    Collections.list(super.getHeaderNames()).stream()
                            .filter(name -> !isUnasked(name))
                            .toList());
        }
    }
}
