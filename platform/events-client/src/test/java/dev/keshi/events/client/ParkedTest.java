package dev.keshi.events.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class ParkedTest {

    private static final Parked.Key KEY = new Parked.Key("keshi.org.v1", "d-1");

    private final Parked parked = new Parked();

    @Test
    void aKeyIsParkedFromItsFirstLetterToTheSettlementOfItsLast() {
        letter(10, Letter.Kind.HEAD);
        letter(12, Letter.Kind.BEHIND);
        settled(12, 12);
        assertThat(isParked()).isTrue();

        settled(13, -1);
        assertThat(isParked()).isFalse();
    }

    @Test
    void whatCameBehindAKeyThatWasFreedMeanwhileWaitsForNothing() {
        letter(10, Letter.Kind.HEAD);
        settled(11, -1);
        letter(12, Letter.Kind.BEHIND);

        assertThat(isParked()).isTrue();
        assertThat(parked.waitingForNothing(_ -> true)).containsExactly(KEY);
        assertThat(parked.waitingForNothing(_ -> false)).isEmpty();
    }

    @Test
    void whatARedriveStoppedAtDoesNotWaitForNothing() {
        letter(10, Letter.Kind.HEAD);
        letter(12, Letter.Kind.BEHIND);
        settled(12, 12);

        assertThat(parked.waitingForNothing(_ -> true)).isEmpty();
    }

    @Test
    void readingTheTopicAgainChangesNothing() {
        var story = new ArrayList<Runnable>(List.of(
                () -> letter(10, Letter.Kind.HEAD),
                () -> letter(12, Letter.Kind.BEHIND),
                () -> settled(12, 12),
                () -> settled(11, -1)));
        story.forEach(Runnable::run);
        story.forEach(Runnable::run);
        assertThat(isParked()).isTrue();
        assertThat(parked.waitingForNothing(_ -> true)).isEmpty();

        settled(13, -1);
        settled(13, -1);
        settled(11, 10);
        assertThat(isParked()).isFalse();
    }

    @Test
    void theSameRecordIsKnownAgain() {
        letter(10, Letter.Kind.HEAD);
        letter(12, Letter.Kind.BEHIND);

        assertThat(holds(110)).isTrue();
        assertThat(holds(112)).isTrue();
        assertThat(holds(111))
                .as("nobody laid it aside, though a later one is there")
                .isFalse();
        assertThat(parked.holds(KEY.topic(), "d-2", 110)).isFalse();
    }

    /** Who died comes back to what it did last; older ones would only cost memory. */
    @Test
    void ofManyLettersTheNewestAreKnownAgain() {
        for (int offset = 0; offset < 3_000; offset++) {
            letter(offset, Letter.Kind.BEHIND);
        }

        assertThat(holds(100)).isFalse();
        assertThat(holds(100 + 2_000)).isTrue();
        assertThat(holds(100 + 2_999)).isTrue();
    }

    private boolean holds(long fingerprint) {
        return parked.holds(KEY.topic(), KEY.key(), fingerprint);
    }

    @Test
    void aRecordWithoutAKeyParksNothing() {
        letter(10, Letter.Kind.ALONE);

        assertThat(parked.size()).isZero();
    }

    private boolean isParked() {
        return parked.contains(KEY.topic(), KEY.key());
    }

    private void letter(long offset, Letter.Kind kind) {
        var record = new ConsumerRecord<byte[], byte[]>(
                "letters",
                0,
                offset,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                null,
                null,
                new org.apache.kafka.common.header.internals.RecordHeaders(),
                Optional.empty());
        parked.read(new Letter.Aside(KEY, kind, 3, 7, 100 + offset, "reason", 1, record), offset);
    }

    private void settled(long before, long heldBy) {
        parked.read(new Letter.Settled(KEY, before, heldBy, -1), 99);
    }
}
