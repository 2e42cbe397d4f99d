package dev.keshi.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

    private final Map<String, String> headers = new HashMap<>(Map.of(
            Envelope.ID, "01JD5M3QW8RZ0T6V2X4Y6Z8A0C",
            Envelope.TYPE, "keshi.org.person-hired.v1",
            Envelope.SUBJECT, "person/p-1",
            Envelope.TIME, "2026-11-21T08:00:00Z",
            Envelope.SEQUENCE, "1",
            Envelope.EPOCH, "0",
            Envelope.ACTOR, "p-2"));

    private Envelope envelope() {
        var envelope = new Envelope();
        headers.forEach((name, text) -> envelope.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return envelope;
    }

    @Test
    void eachAttributeIsReadFromItsHeader() throws Exception {
        assertThat(envelope().id()).isEqualTo("01JD5M3QW8RZ0T6V2X4Y6Z8A0C");
        assertThat(envelope().type()).isEqualTo("keshi.org.person-hired.v1");
        assertThat(envelope().subject()).isEqualTo("person/p-1");
        assertThat(envelope().time()).isEqualTo(Instant.parse("2026-11-21T08:00:00Z"));
        assertThat(envelope().sequence()).isEqualTo(1);
        assertThat(envelope().epoch()).isZero();
        assertThat(envelope().actor()).isEqualTo("p-2");
        assertThat(envelope().traceparent()).isNull();
    }

    @Test
    void theLastHeaderOfANameCountsAndOthersArePassedOver() throws Exception {
        var envelope = envelope();
        envelope.put("somebody-elses", null);
        envelope.put(Envelope.ACTOR, "p-3".getBytes(StandardCharsets.UTF_8));

        assertThat(envelope.actor()).isEqualTo("p-3");
    }

    @Test
    void whatIsMissingOrEmptyIsNamed() {
        headers.remove(Envelope.ID);
        headers.put(Envelope.ACTOR, " ");

        says(envelope()::id, "no header ce_id");
        says(envelope()::actor, "no header ce_actor");
    }

    @Test
    void sequencesBeginWithOneAndEpochsWithNought() {
        headers.put(Envelope.SEQUENCE, "0");
        headers.put(Envelope.EPOCH, "-1");
        says(envelope()::sequence, "header ce_sequence is 0");
        says(envelope()::epoch, "header ce_epoch is -1");

        headers.put(Envelope.SEQUENCE, "first");
        says(envelope()::sequence, "header ce_sequence is not a number");
    }

    @Test
    void anAttributeHasAnEnd() throws Exception {
        var envelope = new Envelope();
        envelope.put(Envelope.ID, "x".repeat(500).getBytes(StandardCharsets.UTF_8));
        envelope.put(Envelope.ACTOR, "x".repeat(501).getBytes(StandardCharsets.UTF_8));
        envelope.put(Envelope.SOURCE, new byte[2_000_000]);

        assertThat(envelope.id()).hasSize(500);
        says(envelope::actor, "header ce_actor has 501 bytes, and an attribute at most 500");
        says(envelope::source, "header ce_source has 2000000 bytes, and an attribute at most 500");
    }

    @Test
    void aTimeIsAnInstant() {
        headers.put(Envelope.TIME, "yesterday");

        says(envelope()::time, "header ce_time is not a time");
    }

    private static void says(ThrowingCallable reading, String reason) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        Envelope.Incomplete.class,
                        incomplete -> assertThat(incomplete.reason()).isEqualTo(reason));
    }
}
