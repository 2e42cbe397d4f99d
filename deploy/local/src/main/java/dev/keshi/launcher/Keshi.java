package dev.keshi.launcher;

import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.launcher.client.CallFailure;
import dev.keshi.launcher.platform.Checkout;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where {@code ./keshi} hands over: finds the verb, and turns every failure into one sentence and an exit code. */
public final class Keshi {

    /** The script {@code keshi} has the words and passes them on, because it can do more than is done here. */
    private static final String USAGE = System.getProperty("keshi.usage", "./keshi help tells what there is.");

    private final Map<String, Verb> verbs;

    Keshi(Checkout checkout, Terminal terminal) {
        verbs = Map.of(
                "prepare", new Prepare(checkout, terminal),
                "up", new Up(checkout, terminal),
                "down", new Down(checkout, terminal),
                "restart", new Restart(checkout, terminal),
                "reset", new Reset(checkout, terminal),
                "status", new Status(checkout, terminal),
                "logs", new Logs(checkout),
                "doctor", new Doctor(checkout, terminal),
                "token", new Token(checkout, terminal),
                "tour", new TourVerb(checkout, terminal));
    }

    public static void main(String[] typed) {
        var checkout = new Checkout(Path.of(System.getProperty("keshi.root", "")));
        System.exit(new Keshi(checkout, new Terminal(System.out)).run(List.of(typed)));
    }

    int run(List<String> typed) {
        try {
            String name = typed.isEmpty() ? "" : typed.getFirst();
            Verb verb = Optional.ofNullable(verbs.get(name))
                    .orElseThrow(() -> new UsageProblem("'%s' is nothing Keshi can do".formatted(name)));
            return verb.run(typed.subList(1, typed.size()));
        } catch (UsageProblem problem) {
            System.err.println("keshi: " + problem.getMessage());
            System.err.println(USAGE);
            return Verb.NOT_UNDERSTOOD;
        } catch (LocalFailure failure) {
            System.err.println("keshi: " + failure.getMessage());
            return Verb.FAILED;
        } catch (CallFailure failure) {
            System.err.println("keshi: " + failure.getMessage() + ".");
            return Verb.FAILED;
        } catch (UncheckedIOException failure) {
            System.err.println("keshi: " + sentence(failure));
            return Verb.FAILED;
        }
    }

    private static String sentence(UncheckedIOException failure) {
        String text = String.valueOf(failure.getMessage());
        return text.contains("No space left")
                ? "The disk is full (%s): free some space and try again.".formatted(text)
                : "A file cannot be used (%s): check its owner and the disk.".formatted(failure);
    }
}
