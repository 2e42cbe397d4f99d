package dev.keshi.notification.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.notification.inbox.InboxNews;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LiveStreamTest {

    private final LiveStream stream = new LiveStream(
            new Admission("p-1", Instant.MAX, () -> true, Locale.ENGLISH, OptionalLong.empty()),
            (position, limit) -> List.of(),
            0,
            Duration.ofHours(1),
            Duration.ofHours(1),
            Clock.systemUTC());

    /** A connection whose other end is gone takes one write and fails at the next. */
    private static final class GoneReader implements LiveSink {

        final CountDownLatch ready = new CountDownLatch(1);
        private int heartbeats;

        @Override
        public void ready(long position, boolean resumed) {
            ready.countDown();
        }

        @Override
        public void news(InboxNews news) {
            throw new AssertionError("Nothing happened");
        }

        @Override
        public void heartbeat() throws IOException {
            if (++heartbeats == 2) {
                throw new IOException("broken pipe");
            }
        }

        @Override
        public void closing(Ending reason) {
            throw new AssertionError(reason);
        }
    }

    @Test
    void aReaderWhoIsGoneIsFoundOutWhenThePlaceIsNeeded() throws Exception {
        var reader = new GoneReader();
        var ended = CompletableFuture.supplyAsync(() -> {
            try {
                stream.run(reader);
                return "by itself";
            } catch (IOException gone) {
                return gone.getMessage();
            } catch (InterruptedException stopped) {
                return "stopped";
            }
        });
        assertThat(reader.ready.await(10, TimeUnit.SECONDS)).isTrue();

        stream.probe();

        assertThat(ended.get(10, TimeUnit.SECONDS)).isEqualTo("broken pipe");
    }
}
