package io.bridgehead.stack.demo;

import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// The main job, from an edition's opening to the chain of every signed agreement, done by its people
/// and partner cities through the gateway.
///
/// A second run finds everything done: what it creates has the same idempotency keys, and what it moves
/// it looks at first.
public final class Demo {

    private final Walk walk;
    private final Accounts accounts;
    private final SealedRecord sealed;

    /// Says in the realm whose account it is.
    @FunctionalInterface
    public interface Accounts {

        /// @param account the name of a person (`qz-delegate`)
        void link(String account, String delegate);
    }

    /// @param tokens gives the access token of a person's account (`qz-organizer`) or of a city's own
    ///     system (`city-qz`), fresh whenever it is asked
    /// @param accounts an administrator of the realm
    /// @param samples the folder `samples` of a checkout
    /// @param sealed reaches a record behind the application's back, to show that it is noticed
    public Demo(
            URI gateway,
            Function<String, Supplier<String>> tokens,
            Accounts accounts,
            Path samples,
            SealedRecord sealed,
            PrintStream out) {
        HttpClient http = HttpClient.newHttpClient();
        this.walk =
                new Walk(
                        account -> new Api(http, gateway, tokens.apply(account)),
                        new Samples(samples),
                        out);
        this.accounts = accounts;
        this.sealed = sealed;
    }

    /// @return the chains of all signed agreements, as `/api/v1/chains` gives them
    /// @throws BrokenLink when a link of the chain did not arrive
    public List<JsonNode> run() {
        Delegations delegations = new Delegations(walk);
        delegations.openEdition();
        delegations.arrive();
        new Offers(walk).register();
        new Meetings(walk, accounts).meet();
        new Agreements(walk, sealed).sign();
        return new Chains(walk).show();
    }
}
