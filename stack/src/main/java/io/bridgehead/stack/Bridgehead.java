package io.bridgehead.stack;

import io.bridgehead.stack.demo.BrokenLink;
import io.bridgehead.stack.demo.Demo;
import io.bridgehead.stack.demo.SealedRecord;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.OptionalLong;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The commands of `./bridgehead`, but for `test` and the building, which the script does itself.
@Command(
        name = "./bridgehead",
        mixinStandardHelpOptions = true,
        description = "Bridgehead on this machine, without Docker.")
public final class Bridgehead {

    private static final DateTimeFormatter SINCE =
            DateTimeFormatter.ofPattern("MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    /// What the demo leaves for people to go on with.
    private static final List<Invitation> INVITATIONS =
            List.of(
                    new Invitation("see the chain grow as others act", "/chain", "qz-organizer"),
                    new Invitation("approve who was left out", "/delegates", "qz-organizer"),
                    new Invitation(
                            "mend the bad rows of a sheet", "/delegations", "np-city-officer"),
                    new Invitation(
                            "answer a request for a meeting", "/meetings", "sr-organisation"),
                    new Invitation(
                            "read, sign and verify an agreement", "/agreements", "sr-signatory"));

    private record Invitation(String what, String page, String account) {}

    private final PrintStream out = System.out;
    private final Workspace workspace = Workspace.find();
    private final Stack stack = Stack.of(workspace, System.getenv());

    private Bridgehead() {}

    /// Ends with status 0, or 1 after one line on what stands in the way.
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        try {
            return new CommandLine(new Bridgehead())
                    .setExecutionExceptionHandler((fault, command, parsed) -> complain(fault))
                    .execute(arguments);
        } catch (StackException | UncheckedIOException e) {
            return complain(e);
        }
    }

    private static int complain(Exception fault) {
        switch (fault) {
            case StackException _, BrokenLink _ ->
                    System.err.println("bridgehead: " + fault.getMessage());
            case UncheckedIOException file ->
                    System.err.println(
                            "bridgehead: A file could not be read or written: " + file.getCause());
            default -> fault.printStackTrace();
        }
        return 1;
    }

    @Command(
            description = "Starts what does not run yet, and waits until all parts answer.",
            mixinStandardHelpOptions = true)
    void up() {
        Progress progress = new Progress(out);
        try (StartGuard guard = stack.guard(progress)) {
            stack.up(progress);
            guard.keepRunning();
        }
        for (String part : stack.outdated()) {
            out.println(
                    part
                            + " runs an older build; ./bridgehead down, and up again takes the new one.");
        }
        out.printf(
                "%nAll parts answer. The gateway: %s   Who can sign in: ./bridgehead status --accounts"
                        + "   To stop: ./bridgehead down%n",
                stack.gatewayAddress());
    }

    @Command(
            description =
                    "Starts everything, runs the main job through the public API, leaves it running.",
            mixinStandardHelpOptions = true)
    void demo() {
        Progress progress = new Progress(out);
        try (StartGuard guard = stack.guard(progress)) {
            stack.up(progress);
            runMainJob();
            guard.keepRunning();
        }
        out.printf(
                "%nThe whole chain holds (%d s). It is all still there, to look at and to go on with: %s%n%n",
                progress.seconds(), stack.gatewayAddress());
        invite();
        out.printf(
                "%nAll accounts: ./bridgehead status --accounts   To stop: ./bridgehead down"
                        + "   To forget: ./bridgehead reset%n");
    }

    /// What the demo left open, and who can go on with it.
    private void invite() {
        Realm realm = stack.realm();
        String row = "%-42s %-13s %-18s %s%n";
        out.printf(row, "to", "open", "sign in as", "with the password");
        for (Invitation invitation : INVITATIONS) {
            out.printf(
                    row,
                    invitation.what(),
                    invitation.page(),
                    invitation.account(),
                    realm.accounts().stream()
                            .filter(account -> account.name().equals(invitation.account()))
                            .findFirst()
                            .map(realm::secret)
                            .orElseThrow());
        }
    }

    /// A part that died says more than what it broke; it is named while the guard still lets it lie.
    private void runMainJob() {
        Demo demo =
                new Demo(
                        stack.gatewayAddress(),
                        account -> () -> stack.realm().token(account),
                        (account, delegate) -> stack.realm().link(account, delegate),
                        workspace.root().resolve("samples"),
                        new SealedRecord(stack.mongodb()),
                        out);
        try {
            demo.run();
        } catch (BrokenLink | StackException broken) {
            stack.requireAlive();
            throw broken;
        }
    }

    @Command(
            description = "Shows what runs, where, since when, with how much memory.",
            mixinStandardHelpOptions = true)
    int status(
            @Option(
                            names = "--accounts",
                            description =
                                    "Shows who can sign in, with the passwords of this machine.")
                    boolean accounts) {
        if (accounts) {
            accounts();
            return 0;
        }
        String row = "%-22s %-16s %5s  %8s %8s  %-14s  %s%n";
        out.printf(row, "part", "state", "port", "pid", "memory", "since", "log");
        long all = 0;
        boolean healthy = true;
        List<PartStatus> parts = stack.status();
        for (PartStatus status : parts) {
            OptionalLong memory =
                    status.running().map(RunningPart::resident).orElse(OptionalLong.empty());
            all += memory.orElse(0);
            healthy &= status.state() == PartStatus.State.HEALTHY;
            out.printf(
                    row,
                    status.part().name(),
                    status.state(),
                    status.part().port(),
                    status.running().map(part -> Long.toString(part.pid())).orElse(""),
                    memory.isPresent() ? megabytes(memory.getAsLong()) : "",
                    status.running().map(part -> SINCE.format(part.since())).orElse(""),
                    workspace.root().relativize(stack.log(status.part().name())));
        }
        out.printf(row, "", "", "", "", megabytes(all), "", "");
        for (PartStatus status : parts) {
            if (status.state() == PartStatus.State.DIED) {
                out.printf(
                        "%n%s died. Its last lines:%n%s%n",
                        status.part().name(), Daemon.lastLines(stack.log(status.part().name())));
            }
        }
        return healthy ? 0 : 3;
    }

    private static String megabytes(long bytes) {
        return (bytes >> 20) + " MB";
    }

    private void accounts() {
        Realm realm = stack.realm();
        String row = "%-22s %-18s %-5s %-26s %s%n";
        out.printf(row, "account", "role", "city", "password", "speaks for");
        for (Account account : realm.accounts()) {
            out.printf(
                    row,
                    account.name(),
                    account.role(),
                    account.city(),
                    realm.secret(account),
                    String.join(" ", account.organisations()));
        }
        out.printf(
                "%nPeople sign in through the web app. city-… are the partner cities' own systems: client credentials at%n"
                        + "%s/protocol/openid-connect/token%n",
                realm.issuer());
    }

    @Command(description = "Shows a part's log.", mixinStandardHelpOptions = true)
    void logs(
            @Parameters(paramLabel = "SERVICE", description = "A part, as status names it.")
                    String service,
            @Option(
                            names = {"-f", "--follow"},
                            description = "Goes on as it grows, until Ctrl-C.")
                    boolean follow)
            throws InterruptedException {
        List<String> names = stack.parts().stream().map(Part::name).toList();
        if (!names.contains(service)) {
            throw new StackException(
                    "There is no part " + service + ". The parts are: " + String.join(", ", names));
        }
        Path log = stack.log(service);
        if (!Files.exists(log)) {
            throw new StackException(service + " has no log yet: it was never started here.");
        }
        try (InputStream text = Files.newInputStream(log)) {
            text.transferTo(out);
            while (!out.checkError() && follow) { // an error: whoever read this has gone
                Thread.sleep(200);
                text.transferTo(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Command(
            description =
                    "Takes pictures of every page, phone and desk, into webapp/target/screenshots.",
            mixinStandardHelpOptions = true)
    void screenshots() throws IOException, InterruptedException {
        if (stack.status().stream().anyMatch(part -> part.state() != PartStatus.State.HEALTHY)) {
            throw new StackException("Nothing to look at: ./bridgehead demo starts everything.");
        }
        Path webapp = workspace.root().resolve("webapp");
        ProcessBuilder playwright =
                new ProcessBuilder("npm", "run", "--silent", "screenshots")
                        .directory(webapp.toFile())
                        .inheritIO();
        playwright.environment().putAll(stack.browserEnvironment());
        if (playwright.start().waitFor() != 0) {
            throw new StackException("Some pages could not be pictured; see above.");
        }
        out.println("The pictures: " + webapp.resolve("target/screenshots"));
    }

    @Command(description = "Stops what runs. The data stays.", mixinStandardHelpOptions = true)
    void down() {
        stack.down(new Progress(out));
        out.println(
                "Nothing of Bridgehead runs here now. Its data is kept for the next ./bridgehead up.");
    }

    @Command(
            description = "Stops what runs and forgets data, secrets and logs. Downloads stay.",
            mixinStandardHelpOptions = true)
    void reset(@Option(names = "--yes", description = "Does not ask.") boolean yes) {
        if (!yes && !confirmed()) {
            throw new StackException("Nothing was forgotten. To do it without a question: --yes");
        }
        stack.reset(new Progress(out));
        out.println("Forgotten: data, secrets and logs.");
    }

    @SuppressWarnings("SystemConsoleNull") // it is, on JDK 25, where input or output is no terminal
    private boolean confirmed() {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            return false;
        }
        String answer =
                console.readLine(
                        "Stop Bridgehead and forget all its data and secrets below %s? [y/N] ",
                        workspace.state());
        return answer != null && answer.strip().equalsIgnoreCase("y");
    }
}
