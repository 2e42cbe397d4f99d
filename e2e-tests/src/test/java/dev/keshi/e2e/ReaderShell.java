package dev.keshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.e2e.Guide.Block;
import dev.keshi.launcher.platform.EnterpriseClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A folder in which somebody reads a guide and pastes its blocks into bash, one after the other into the same shell. It looks like a checkout whose
 * platform is the one of the scenarios: {@code ./keshi token} and {@code ./keshi status} answer for that one. Whatever fails ends the shell.
 */
final class ReaderShell {

    private static final int PATIENCE_SECONDS = 180;

    /** Notes what each call was answered, and lets the guide see what it would see without that. */
    private static final String CURL = """
            #!/bin/bash
            headers=$(mktemp "$GUIDE/headers.XXXXXX")
            "$GUIDE_CURL" -D "$headers" "$@"
            code=$?
            status=$(awk '/^HTTP\\//{ status = $2 } END { print status }' "$headers")
            for word in "$@"; do case $word in http*) address=$word ;; esac; done
            printf '%s %s %s\\n' "$GUIDE_BLOCK" "${status:-none}" "${address:-}" >> "$GUIDE/calls"
            exit $code
            """;

    private static final String LAUNCHER = """
            #!/bin/bash
            cat "$GUIDE/$1${2:+-$2}"
            """;

    private final Path folder;
    private final Keshi keshi;

    /** An answer to a call that a block has made. */
    record Call(int block, String status, String address) {}

    ReaderShell(Path folder, Keshi keshi) {
        this.folder = folder;
        this.keshi = keshi;
    }

    /** @param logins whose tokens the guide asks for: what it says, and the login name */
    void follow(Guide guide, Map<String, String> logins) throws Exception {
        Path notes = Files.createDirectories(folder.resolve("notes"));
        write(folder.resolve("keshi"), LAUNCHER);
        write(Files.createDirectories(folder.resolve("bin")).resolve("curl"), CURL);
        Files.createSymbolicLink(folder.resolve(".keshi"), keshi.stateFolder());
        for (var login : logins.entrySet()) {
            Files.writeString(
                    notes.resolve("token-" + login.getKey()),
                    keshi.login(login.getValue()).token());
        }
        Files.writeString(
                notes.resolve("status"), clockAsStatusTellsIt(keshi.platform().clock()));
        Files.writeString(notes.resolve("calls"), "");

        var output = folder.resolve("output.txt");
        int code = run(script(guide), notes, output);

        var said = Files.readString(output);
        assertThat(code)
                .as("%s ends at:%n%s", guide.path(), said.substring(Math.max(0, said.length() - 3000)))
                .isZero();
        check(guide, calls(notes));
    }

    private static void check(Guide guide, List<Call> calls) {
        for (int number = 0; number < guide.blocks().size(); number++) {
            Block block = guide.blocks().get(number);
            int here = number;
            var answered = calls.stream()
                    .filter(call -> call.block() == here)
                    .map(Call::status)
                    .toList();
            var promised = block.promised();
            assertThat(calls.stream()
                            .filter(call ->
                                    call.block() == here && !call.status().startsWith("2"))
                            .filter(call -> promised.stream().noneMatch(one -> one.contains(call.status()))))
                    .as("refused in %s, in the block that begins with %s", guide.path(), block.begins())
                    .isEmpty();
            assertThat(promised)
                    .as("%s tells other answers than came, in the block that begins with %s: %s"
                            .formatted(guide.path(), block.begins(), answered))
                    .allMatch(one -> answered.stream().anyMatch(one::contains));
        }
        assertThat(calls).as("calls of %s", guide.path()).isNotEmpty();
    }

    private String script(Guide guide) throws IOException {
        var script = new StringBuilder("set -euo pipefail\nshopt -s inherit_errexit\n");
        for (int number = 0; number < guide.blocks().size(); number++) {
            Path block = folder.resolve("block-" + number + ".sh");
            Files.writeString(block, guide.blocks().get(number).text());
            script.append(
                    "export GUIDE_BLOCK=%d; echo; echo '--- block %d'; source %s%n".formatted(number, number, block));
        }
        return script.toString();
    }

    private int run(String script, Path notes, Path output) throws Exception {
        var builder = new ProcessBuilder("bash", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        String path = builder.environment().getOrDefault("PATH", "/usr/bin:/bin");
        builder.environment().put("GUIDE_CURL", executable("curl", path));
        builder.environment().put("GUIDE", notes.toString());
        builder.environment().put("PATH", folder.resolve("bin") + ":" + path);
        builder.environment().put("KESHI", keshi.gateway());
        var process = builder.start();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("the guide is followed within %d s", PATIENCE_SECONDS)
                    .isTrue();
            return process.exitValue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String executable(String name, String path) {
        for (String folder : path.split(":")) {
            Path file = Path.of(folder, name);
            if (Files.isExecutable(file)) {
                return file.toString();
            }
        }
        throw new IllegalStateException("The guides are run as they are written: install %s.".formatted(name));
    }

    private static List<Call> calls(Path notes) throws IOException {
        var calls = new ArrayList<Call>();
        for (String line : Files.readAllLines(notes.resolve("calls"))) {
            var words = line.split(" ", 3);
            calls.add(new Call(Integer.parseInt(words[0]), words[1], words[2]));
        }
        return calls;
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private static String clockAsStatusTellsIt(EnterpriseClock clock) {
        return clock.offset().isZero()
                ? ""
                : "The clock was moved: today is %s here, %d days ahead of the calendar.%n"
                        .formatted(clock.today(), clock.offset().toDays());
    }
}
