package io.bridgehead.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Bounds the body of every request.
final class BodyLimits extends OncePerRequestFilter {

    private final WebSettings settings;

    BodyLimits(WebSettings settings) {
        this.settings = settings;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long most = settings.largestBody(request.getContentType());
        chain.doFilter(new BoundedRequest(request, most), response);
    }
}
