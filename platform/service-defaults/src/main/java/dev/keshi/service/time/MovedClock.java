package dev.keshi.service.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The machine's clock plus what a file says, an ISO-8601 duration such as {@code PT-2208H}. All processes that are given the same file move
 * together, at most {@link #LOOK_EVERY} after it was written. While a process runs its offset only grows, so that its time never goes back: a
 * smaller offset, a file that is gone or one that cannot be read changes nothing. Without a file from the beginning there is no offset.
 */
final class MovedClock extends Clock {

    /** How long a written offset stays unnoticed at most. */
    static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private static final Logger log = LoggerFactory.getLogger(MovedClock.class);
    private static final int LONGEST_TEXT = 64;

    private final Clock machine;
    private final Offset offset;

    MovedClock(Clock machine, Path file, LongSupplier nanoTime) {
        this(machine, new Offset(file, nanoTime));
    }

    private MovedClock(Clock machine, Offset offset) {
        this.machine = machine;
        this.offset = offset;
    }

    /** The clock that was not moved. */
    Clock machine() {
        return machine;
    }

    Duration offset() {
        return offset.now();
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(offset.now());
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new MovedClock(machine.withZone(zone), offset);
    }

    /** Looks at the file in passing, when somebody asks for the time: a clock has no thread of its own. */
    private static final class Offset {

        private final Path file;
        private final LongSupplier nanoTime;
        private final AtomicBoolean looking = new AtomicBoolean();
        private volatile Duration known;
        private volatile long lookedAt;
        private boolean complained;

        private Offset(Path file, LongSupplier nanoTime) {
            this.file = file;
            this.nanoTime = nanoTime;
            this.lookedAt = nanoTime.getAsLong();
            this.known = read().orElse(Duration.ZERO);
        }

        private Duration now() {
            if (nanoTime.getAsLong() - lookedAt >= LOOK_EVERY.toNanos() && looking.compareAndSet(false, true)) {
                try {
                    read().filter(found -> found.compareTo(known) > 0).ifPresent(found -> known = found);
                } finally {
                    lookedAt = nanoTime.getAsLong();
                    looking.set(false);
                }
            }
            return known;
        }

        private Optional<Duration> read() {
            try {
                var text = Files.readString(file).strip();
                var found = Duration.parse(text.length() > LONGEST_TEXT ? "" : text);
                complained = false;
                return Optional.of(found);
            } catch (NoSuchFileException none) {
                return Optional.empty();
            } catch (IOException | DateTimeException unreadable) {
                if (!complained) {
                    complained = true;
                    log.warn("The clock file {} says nothing that can be read: {}", file, unreadable.toString());
                }
                return Optional.empty();
            }
        }
    }
}
