package dev.keshi.infrastructure.mongo;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version a program gives when asked; a program that cannot run on this processor or C library gives none. */
record MongodVersion(int major, int minor) {

    private static final Pattern ANSWER = Pattern.compile("db version v(\\d+)\\.(\\d+)");

    static Optional<MongodVersion> of(Path program) {
        try {
            Process process = new ProcessBuilder(program.toString(), "--version")
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean ended = process.waitFor(10, TimeUnit.SECONDS);
            return ended && process.exitValue() == 0 ? in(answer) : Optional.empty();
        } catch (IOException cannotRun) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    static Optional<MongodVersion> in(String answer) {
        Matcher matcher = ANSWER.matcher(answer);
        return matcher.find()
                ? Optional.of(new MongodVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    boolean isEnough() {
        return major >= 6;
    }
}
