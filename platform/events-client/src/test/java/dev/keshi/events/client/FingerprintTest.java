package dev.keshi.events.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static final Published RECORD = Published.renamed("d-1", 1);

    @Test
    void aRecordThatComesAgainFromItsPlaceIsTheSame() {
        assertThat(of(RECORD, 3)).isEqualTo(of(RECORD, 3));
        assertThat(of(RECORD.json(null), 3)).isEqualTo(of(RECORD.json(null), 3));
    }

    @Test
    void inItsPlaceAnotherOneIsNot() {
        assertThat(LongStream.of(
                        of(RECORD, 3),
                        of(RECORD, 4),
                        of(Published.renamed("d-1", 2), 3),
                        of(RECORD.with("ce_id", "other"), 3),
                        of(RECORD.with("ce_epoch", "1"), 3),
                        of(RECORD.without("ce_actor"), 3),
                        of(RECORD.json("{}"), 3),
                        of(RECORD.json(""), 3),
                        of(RECORD.json(null), 3)))
                .doesNotHaveDuplicates()
                .doesNotContain(Fingerprint.NONE);
    }

    private static long of(Published record, long offset) {
        return Fingerprint.of(record.received(offset));
    }
}
