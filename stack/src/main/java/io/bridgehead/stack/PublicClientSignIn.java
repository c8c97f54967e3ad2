package io.bridgehead.stack;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Signs a person in as a browser with the web app does: authorization code with PKCE, through
/// Keycloak's own login form. The realm knows no other way for people.
///
/// Keycloak marks its cookies `Secure`, which browsers send to the loopback address all the same, and
/// `java.net.CookieManager` does not; so they are carried by hand.
///
/// @param web the web app's address, the only one that Keycloak sends a code to
record PublicClientSignIn(OpenIdProvider keycloak, URI web) {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final Pattern COMPLAINT =
            Pattern.compile("<span[^>]*id=\"input-error[^>]*>\\s*([^<]+?)\\s*<");
    private static final SecureRandom RANDOM = new SecureRandom();

    /// @return Keycloak's token response
    /// @throws StackException when Keycloak refuses, with what it says
    JsonNode signIn(String username, String password) {
        String verifier = random();
        String state = random();
        HttpResponse<String> page =
                keycloak.get(
                        "auth",
                        Map.of(
                                "client_id",
                                RealmFile.WEB_CLIENT,
                                "redirect_uri",
                                redirect(),
                                "response_type",
                                "code",
                                "scope",
                                "openid",
                                "state",
                                state,
                                "code_challenge",
                                challenge(verifier),
                                "code_challenge_method",
                                "S256"));
        HttpResponse<String> answer =
                keycloak.post(
                        formAction(page),
                        cookies(page),
                        Map.of("username", username, "password", password));
        return keycloak.tokens(
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        RealmFile.WEB_CLIENT,
                        "redirect_uri",
                        redirect(),
                        "code",
                        code(answer, state, username),
                        "code_verifier",
                        verifier));
    }

    private String redirect() {
        return web.resolve("/").toString();
    }

    private static URI formAction(HttpResponse<String> page) {
        Matcher form = FORM.matcher(page.body());
        if (page.statusCode() != 200 || !form.find()) {
            throw new StackException(
                    "Keycloak showed no login form, but answered " + page.statusCode());
        }
        return URI.create(form.group(1).replace("&amp;", "&"));
    }

    private static String cookies(HttpResponse<?> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .collect(Collectors.joining("; "));
    }

    private String code(HttpResponse<String> answer, String state, String username) {
        String location = answer.headers().firstValue("Location").orElse("");
        if (!location.startsWith(redirect() + "?")) {
            Matcher complaint = COMPLAINT.matcher(answer.body());
            String why =
                    complaint.find()
                            ? complaint.group(1)
                            : "Keycloak answered " + answer.statusCode();
            throw new StackException(username + " could not sign in: " + why);
        }
        Map<String, String> given = query(URI.create(location));
        if (!state.equals(given.get("state"))) {
            throw new StackException("Keycloak's answer belongs to another question: " + location);
        }
        return given.getOrDefault("code", "");
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : uri.getRawQuery().split("&")) {
            int equals = pair.indexOf('=');
            values.put(
                    pair.substring(0, equals),
                    URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return values;
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
