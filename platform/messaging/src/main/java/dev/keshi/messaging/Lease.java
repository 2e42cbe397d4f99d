package dev.keshi.messaging;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.expr;

import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * That one replica at a time works at something: who does and until when stands in the document of that something, and the clock of
 * the MongoDB server alone judges it. Here are the conditions and changes; what else a write depends on is its caller's.
 *
 * @param holder path of the name of who works at it
 * @param until path of when that ends
 * @param token path of a number that rises each time it is taken: a write that names it comes from nobody who was paused
 */
public record Lease(String holder, String until, String token) {

    /** @param path of an inner document that holds nothing but the lease, or what belongs to it */
    public static Lease in(String path) {
        return new Lease(path + ".holder", path + ".until", path + ".token");
    }

    /** Documents that nobody works at, or not any more. */
    public Bson isFree() {
        return expr(isOver());
    }

    /** The same, and those that this one works at already. */
    public Bson isFreeFor(String who) {
        return expr(new Document(
                "$or", List.of(new Document("$eq", List.of("$" + holder, new Document("$literal", who))), isOver())));
    }

    /** Documents that were last taken by this one, also when the time is up: nobody else has taken them since. */
    public Bson isOf(String who) {
        return eq(holder, who);
    }

    /** Documents that nobody has taken since they were taken with this token. */
    public Bson isOf(long takenWith) {
        return eq(token, takenWith);
    }

    /** Stage of an update with a pipeline. */
    public Bson take(String who, Duration time) {
        return new Document(
                "$set",
                new Document(holder, new Document("$literal", who))
                        .append(until, from(time))
                        .append(
                                token,
                                new Document("$add", List.of(new Document("$ifNull", List.of("$" + token, 0L)), 1L))));
    }

    /** Stage of an update with a pipeline, for a document that is still held. */
    public Bson renew(Duration time) {
        return new Document("$set", new Document(until, from(time)));
    }

    /** An update, for who has it. */
    public Bson giveBack() {
        return Updates.set(until, new Date(0));
    }

    private Document isOver() {
        return new Document("$lte", List.of(new Document("$ifNull", List.of("$" + until, new Date(0))), "$$NOW"));
    }

    private static Document from(Duration time) {
        return new Document("$add", List.of("$$NOW", time.toMillis()));
    }
}
