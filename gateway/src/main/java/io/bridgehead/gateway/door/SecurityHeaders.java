package io.bridgehead.gateway.door;

import java.net.URI;
import org.springframework.http.HttpHeaders;

/// What every answer tells the browser. The gateway sets these itself; a service's are dropped.
final class SecurityHeaders {

    /// Of an answer that is data and no page: it may load and run nothing.
    private static final String DATA_POLICY =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String POWERS =
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
                    + " microphone=(), midi=(), payment=(), publickey-credentials-get=(), usb=()";

    private static final String ONE_YEAR = "max-age=31536000";

    /// Of a page: scripts, styles, pictures and calls of its own host only, nothing inline; and calls
    /// to the one that signs people in. Swagger UI's style sheet carries its icons as data.
    private final String pagePolicy;

    SecurityHeaders(URI signIn) {
        String origin = signIn.getScheme() + "://" + signIn.getRawAuthority();
        pagePolicy =
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                        + " font-src 'self'; connect-src 'self' "
                        + origin
                        + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    void set(HttpHeaders headers, String path, boolean encrypted) {
        headers.set("Content-Security-Policy", path.startsWith("/api/") ? DATA_POLICY : pagePolicy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Permissions-Policy", POWERS);
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        if (encrypted) {
            headers.set("Strict-Transport-Security", ONE_YEAR);
        }
    }
}
