package dev.keshi.launcher.platform;

import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.infrastructure.process.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The clock of the enterprise on this platform: the machine's plus an offset that lies with the data and goes with it. Services read the offset from the
 * same file. It is set back once at most, before the first start on empty data, and only goes forward from there.
 */
public final class EnterpriseClock {

    /** After this long every service has looked at the file again. */
    private static final Duration NOTICED = Duration.ofMillis(100);

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Path file;
    private final Clock machine;

    private EnterpriseClock(Path file, Clock machine) {
        this.file = file;
        this.machine = machine;
    }

    public static EnterpriseClock of(StateFolder state) {
        return of(state, Clock.systemUTC());
    }

    static EnterpriseClock of(StateFolder state, Clock machine) {
        return new EnterpriseClock(file(state), machine);
    }

    /** Where services look. */
    static Path file(StateFolder state) {
        return state.data("clock-offset");
    }

    boolean wasMoved() {
        return Files.exists(file);
    }

    /** How far ahead of the machine's clock; negative when it is behind, zero when nobody has moved it. */
    public Duration offset() {
        try {
            return Duration.parse(Files.readString(file).strip());
        } catch (NoSuchFileException none) {
            return Duration.ZERO;
        } catch (IOException | DateTimeException e) {
            throw new LocalFailure(
                    "The clock of the enterprise stands in %s, which cannot be read (%s): start over with ./keshi reset --yes."
                            .formatted(file, e),
                    e);
        }
    }

    /** The moment it is in the enterprise. */
    public Instant now() {
        return machine.instant().plus(offset());
    }

    /** The day it is in the enterprise. */
    public LocalDate today() {
        return LocalDate.ofInstant(now(), ZONE);
    }

    /** Sets it back, unless something was kept here or it was moved before. */
    void beginBefore(int days) {
        if (Stream.of(file, file.resolveSibling("mongodb"), file.resolveSibling("kafka"))
                .noneMatch(Files::exists)) {
            write(Duration.ofDays(-days));
        }
    }

    /** To the same time of a later day; nothing happens when that day is today or has passed. Returns when every service knows. */
    public void forwardTo(LocalDate day) {
        long days = ChronoUnit.DAYS.between(today(), day);
        if (days > 0) {
            forward(offset().plusDays(days));
        }
    }

    /** To the machine's time, when it is behind. */
    public void catchUp() {
        if (offset().isNegative()) {
            forward(Duration.ZERO);
        }
    }

    private void forward(Duration offset) {
        write(offset);
        long noticed = System.nanoTime() + NOTICED.toNanos();
        while (System.nanoTime() < noticed) {
            LockSupport.parkNanos(noticed - System.nanoTime());
        }
    }

    private void write(Duration offset) {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(draft, offset.toString());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LocalFailure("%s cannot be written (%s): check its owner and the disk.".formatted(file, e), e);
        }
    }
}
