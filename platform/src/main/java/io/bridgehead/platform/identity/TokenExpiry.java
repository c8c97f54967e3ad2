package io.bridgehead.platform.identity;

import java.time.Instant;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;

/// When the token ends that a request came with. A short answer need not ask; one that goes on for long
/// ends with it.
public final class TokenExpiry {

    private TokenExpiry() {}

    /// To be asked by the thread that the request came on.
    ///
    /// @return [Instant#MAX] where no token came
    public static Instant ofThisRequest() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Jwt token
                ? Objects.requireNonNullElse(token.getExpiresAt(), Instant.MAX)
                : Instant.MAX;
    }
}
