package dev.keshi.launcher.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Removal of whole folders. */
public final class Folders {

    private Folders() {}

    /** Removes the folder and everything in it; nothing happens when it is not there. */
    public static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** Removes the siblings of a folder, except those that a process names on its command line. */
    static void removeUnused(Path parent, Path kept) throws IOException {
        try (var siblings = Files.list(parent)) {
            for (Path sibling : siblings.filter(path -> !path.equals(kept)).toList()) {
                if (!isNamedByAProcess(sibling)) {
                    remove(sibling);
                }
            }
        }
    }

    private static boolean isNamedByAProcess(Path folder) {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .anyMatch(line -> line.contains(folder.toString()));
    }
}
