package dev.keshi.launcher.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How services run on a laptop with two cores: small heaps, one collector thread, no second compiler. */
final class JavaCommand {

    static final List<String> FLAGS = List.of(
            "-Xmx192m",
            "-Xmn24m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseCompactObjectHeaders",
            // The AOT cache lies where it was made for: its pages are read when needed and shared, none is patched.
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8");

    private JavaCommand() {}

    static List<String> of(List<String> more, Path jar) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(more);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }
}
