package dev.keshi.infrastructure.mongo;

import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.infrastructure.process.Progress;
import java.util.Optional;

/**
 * Asked by {@code ./keshi} before a build, so that a machine that cannot have a mongod says so before it builds for minutes. Nothing is
 * compiled then: {@code java MongodForStart.java} runs it from the source, so this class and those it uses need the JDK only.
 */
final class MongodForStart {

    private MongodForStart() {}

    /** With {@code look} it says where the mongod is and fetches nothing; else it fetches one when there is none. */
    public static void main(String[] typed) {
        Optional<String> given =
                Optional.ofNullable(System.getenv("MONGODB_URI")).filter(uri -> !uri.isBlank());
        if (typed.length > 0 && typed[0].equals("look")) {
            System.out.println(given.map(uri -> "the one that MONGODB_URI names")
                    .or(() -> MongodProgram.present().map(Object::toString))
                    .orElse("none here; ./keshi up fetches one"));
        } else if (given.isEmpty()) {
            require();
        }
    }

    private static void require() {
        Progress progress = text -> System.out.println("  " + text);
        try {
            MongodProgram.onThisMachine(progress).find();
        } catch (LocalFailure missing) {
            System.err.println("keshi: " + missing.getMessage());
            System.exit(1);
        }
    }
}
