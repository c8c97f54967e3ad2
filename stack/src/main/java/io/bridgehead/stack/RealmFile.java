package io.bridgehead.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The realm as Keycloak imports it. Its placeholders `${NAME}` are filled from the environment.
///
/// @param path the file that stack and Compose share
record RealmFile(Path path) {

    static final String REALM = "bridgehead";
    static final String WEB_CLIENT = "bridgehead-web";

    /// Where the browser finds the web app: the gateway. Not a secret, unlike the other placeholders.
    static final String WEB_ADDRESS = "BRIDGEHEAD_WEB_ADDRESS";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)}");

    static RealmFile of(Workspace workspace) {
        return new RealmFile(workspace.root().resolve("stack/keycloak/bridgehead-realm.json"));
    }

    /// How its sign-in pages look.
    Path themes() {
        return path.resolveSibling("themes");
    }

    /// The names of the passwords and client secrets that it asks for.
    SortedSet<String> secrets() {
        SortedSet<String> names = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text());
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        names.remove(WEB_ADDRESS);
        return names;
    }

    /// Who can sign in, in the file's order.
    List<Account> accounts() {
        return each(json().path("users")).map(RealmFile::account).toList();
    }

    /// The placeholder that stands for an account's password or client secret.
    String secretOf(Account account) {
        JsonNode realm = json();
        String value =
                account.system()
                        ? find(realm.path("clients"), "clientId", account.name())
                                .path("secret")
                                .asString()
                        : find(realm.path("users"), "username", account.name())
                                .path("credentials")
                                .path(0)
                                .path("value")
                                .asString();
        return PLACEHOLDER.matcher(value).replaceFirst("$1");
    }

    private static Account account(JsonNode user) {
        JsonNode client = user.path("serviceAccountClientId");
        JsonNode attributes = user.path("attributes");
        return new Account(
                client.isMissingNode() ? user.path("username").asString() : client.asString(),
                user.path("realmRoles").path(0).asString(),
                attributes.path("city").path(0).asString(),
                each(attributes.path("org")).map(JsonNode::asString).toList(),
                !client.isMissingNode());
    }

    private static JsonNode find(JsonNode array, String field, String value) {
        return each(array)
                .filter(item -> item.path(field).asString().equals(value))
                .findFirst()
                .orElseThrow(() -> new StackException("The realm has no " + value));
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private JsonNode json() {
        return JsonMapper.shared().readTree(text());
    }

    private String text() {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
