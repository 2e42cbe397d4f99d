package dev.keshi.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class DocumentDigestTest {

    @Test
    void aForkIsTheSameUntilSomethingElseIsAddedToOneOfThem() {
        var one = new DocumentDigest();
        one.add(new byte[] {1});
        var other = one.fork();

        assertThat(other.hex()).isEqualTo(one.hex());
        one.add(new byte[] {2});
        assertThat(other.hex()).isNotEqualTo(one.hex());
        other.add(new byte[] {2});
        assertThat(other.hex()).isEqualTo(one.hex());
    }

    @Test
    void whatCountsIsTheSameInWhicheverOrderItIsKept() {
        var fields = List.of(FieldPath.of("state.b"), FieldPath.of("state.a"));
        var one = new Document("_id", "d").append("state", new Document("a", 1).append("b", new Document("x", 1)));
        var same = new Document(
                        "state",
                        new Document("b", new Document("x", 1)).append("a", 1).append("c", 3))
                .append("_id", "d");
        var other = new Document("_id", "d").append("state", new Document("a", 1).append("b", new Document("x", 2)));

        assertThat(DocumentDigest.content(fields, same)).isEqualTo(DocumentDigest.content(fields, one));
        assertThat(DocumentDigest.content(fields, other)).isNotEqualTo(DocumentDigest.content(fields, one));
    }
}
