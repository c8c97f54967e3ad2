package io.bridgehead.stack;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/// Who can sign in to a running Keycloak, and the tokens that they get there.
public final class Realm {

    /// A token is used up this long before it ends, so that it outlasts the request it is sent with.
    private static final Duration MARGIN = Duration.ofSeconds(60);

    /// Names the password of Keycloak's first administrator.
    static final String ADMINISTRATOR = "KC_BOOTSTRAP_ADMIN_PASSWORD";

    private final OpenIdProvider keycloak;
    private final PublicClientSignIn signIn;
    private final RealmAdministration administration;
    private final RealmFile file;
    private final UnaryOperator<String> secrets;
    private final Map<String, AccessToken> tokens = new ConcurrentHashMap<>();

    /// @param web the web app's address
    /// @param secrets gives the value of a placeholder of the realm's file, and the administrator's
    ///     password
    Realm(URI issuer, URI web, RealmFile file, UnaryOperator<String> secrets) {
        this.keycloak = new OpenIdProvider(issuer);
        this.signIn = new PublicClientSignIn(keycloak, web);
        this.administration =
                new RealmAdministration(issuer.resolve("/"), () -> secrets.apply(ADMINISTRATOR));
        this.file = file;
        this.secrets = secrets;
    }

    public URI issuer() {
        return keycloak.issuer();
    }

    public List<Account> accounts() {
        return file.accounts();
    }

    /// The password of a person, the client secret of a system.
    public String secret(Account account) {
        return secrets.apply(file.secretOf(account));
    }

    /// Signs an account in where that has not been done, or its token is about to end.
    ///
    /// @param account the name of a person (`qz-organizer`) or of a city's own system (`city-qz`)
    /// @return an access token that is good for the next request
    public String token(String account) {
        return tokens.compute(
                        account,
                        (name, known) ->
                                known != null && known.until().isAfter(Instant.now())
                                        ? known
                                        : obtain(name))
                .token();
    }

    /// Says whose account it is, as an administrator.
    ///
    /// @param account the name of a person (`qz-delegate`)
    /// @param delegate an id in registration-service
    public void link(String account, String delegate) {
        administration.link(account, delegate);
        tokens.remove(account);
    }

    private AccessToken obtain(String name) {
        Account account =
                accounts().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new StackException("The realm has no account " + name));
        Instant asked = Instant.now();
        JsonNode response =
                account.system()
                        ? keycloak.tokens(
                                Map.of(
                                        "grant_type",
                                        "client_credentials",
                                        "client_id",
                                        name,
                                        "client_secret",
                                        secret(account)))
                        : signIn.signIn(name, secret(account));
        Duration life = Duration.ofSeconds(response.path("expires_in").asLong());
        return new AccessToken(
                response.path("access_token").asString(), asked.plus(life).minus(MARGIN));
    }

    private record AccessToken(String token, Instant until) {

        @Override
        public String toString() {
            return "a token until " + until;
        }
    }
}
