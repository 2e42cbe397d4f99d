package dev.keshi.infrastructure.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * When a process began, as text that no later process with the same pid can have. On Linux it is the kernel's own count of
 * ticks since this boot, which a change of the wall clock does not touch; elsewhere the start time the platform tells.
 */
record Birth(String token) {

    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final int STATE = 0;
    private static final int THREADS = 17;
    private static final int START_TIME = 19;

    /** Empty when there is no such process, or only its remains that nobody has collected yet. */
    static Optional<Birth> of(long pid) {
        return Files.exists(BOOT) ? fromProc(pid) : fromPlatform(pid);
    }

    private static Optional<Birth> fromProc(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            // The program's name stands in brackets and may hold blanks and brackets itself.
            List<String> fields =
                    List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
            // While threads are left, the process still holds its ports and files, whatever its first thread says.
            boolean remains = "ZX".contains(fields.get(STATE)) && Integer.parseInt(fields.get(THREADS)) <= 1;
            String boot = Files.readString(BOOT).strip();
            return remains ? Optional.empty() : Optional.of(new Birth(fields.get(START_TIME) + "@" + boot));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static Optional<Birth> fromPlatform(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(handle -> handle.info().startInstant())
                .map(start -> new Birth(Long.toString(start.toEpochMilli())));
    }
}
