package dev.keshi.launcher.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A service ready to start fast: its jar taken apart, beside it an AOT cache of the classes that it loads. A folder is named after what is in
 * it and never changes, so that a build does not pull the ground from under a service that runs.
 */
record Program(Path folder, Path jar, List<Path> classPath) {

    Program(Path folder, Path jar) {
        this(folder, jar, List.of(jar));
    }

    /** The same with other places to look for classes. */
    Program in(List<Path> otherClassPath) {
        return new Program(folder, jar, otherClassPath);
    }

    Path cache() {
        return folder.resolve("classes.aot");
    }

    boolean isTrained() {
        return Files.exists(cache());
    }

    List<String> command(List<String> more) {
        var flags = new ArrayList<String>();
        if (isTrained()) {
            flags.add("-XX:AOTCache=" + cache());
        }
        flags.addAll(more);
        return JavaCommand.of(flags, classPath);
    }
}
