package dev.keshi.launcher.platform;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/** How services run on a laptop with two cores: small heaps, one collector thread, no second compiler. */
final class JavaCommand {

    static final List<String> FLAGS = List.of(
            // Without it the heap begins at its greatest size, and fills up to that before it is first collected.
            "-Xms96m",
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
        return of(more, List.of(jar));
    }

    /** @param classPath just the jar of a service, or that and more */
    static List<String> of(List<String> more, List<Path> classPath) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(more);
        if (classPath.size() == 1) {
            command.addAll(List.of("-jar", classPath.getFirst().toString()));
        } else {
            String path = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
            command.addAll(List.of("-cp", path, mainClass(classPath)));
        }
        return command;
    }

    private static String mainClass(List<Path> classPath) {
        for (Path part : classPath) {
            try (var jar = new JarFile(part.toFile())) {
                String main = jar.getManifest() == null
                        ? null
                        : jar.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
                if (main != null) {
                    return main;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new IllegalArgumentException("No main class in " + classPath);
    }
}
