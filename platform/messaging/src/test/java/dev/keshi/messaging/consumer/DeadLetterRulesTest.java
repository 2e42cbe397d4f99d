package dev.keshi.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLetterRulesTest {

    @Test
    void whatTheDocumentIsRefusedForIsTheRecordsOwn() {
        assertThatCode(() -> DeadLetterRules.rethrowUnlessRefused(failure(null, 11_000, 28)))
                .doesNotThrowAnyException();
    }

    /** A primary that steps down, a server that stops, a full disk, no time left. */
    @ParameterizedTest
    @ValueSource(ints = {189, 11_602, 91, 14_031, 50, 262})
    void whatPassesByItselfParksNothingEvenBesideARefusal(int code) {
        assertThatThrownBy(() -> DeadLetterRules.rethrowUnlessRefused(failure(null, 11_000, code)))
                .isInstanceOf(MongoBulkWriteException.class);
    }

    @Test
    void aWriteThatWasNotReplicatedIsTriedAgain() {
        var late = new WriteConcernError(
                64, "WriteConcernFailed", "waiting for replication timed out", new BsonDocument());

        assertThatThrownBy(() -> DeadLetterRules.rethrowUnlessRefused(failure(late, 11_000)))
                .isInstanceOf(MongoBulkWriteException.class);
    }

    private static MongoBulkWriteException failure(@Nullable WriteConcernError late, int... codes) {
        var errors = IntStream.range(0, codes.length)
                .mapToObj(index -> new BulkWriteError(codes[index], "error " + codes[index], new BsonDocument(), index))
                .toList();
        return new MongoBulkWriteException(
                BulkWriteResult.acknowledged(0, 0, 0, 0, List.of(), List.of()),
                errors,
                late,
                new ServerAddress(),
                Set.of());
    }
}
