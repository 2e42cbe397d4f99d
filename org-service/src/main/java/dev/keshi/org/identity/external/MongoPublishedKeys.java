package dev.keshi.org.identity.external;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Projections.include;

import com.nimbusds.jose.jwk.JWK;
import dev.keshi.contracts.org.SigningKeyPublishedV1;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.service.time.RealTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** The issuer's keys as the services were told of them. An aggregate each, so that the events go out with the write. */
@Component
@WhenExternal
class MongoPublishedKeys {

    private static final String COLLECTION = "issuer_keys";
    private static final CommandContext CONTEXT = CommandContext.of("system:identity");

    /** A key holds until it is gone from the issuer's list; nobody can say when that will be. */
    private static final Duration UNTIL_IT_IS_GONE = Duration.ofDays(3650);

    private final AggregateCollection<PublishedKeyDocument> keys;
    private final MongoOperations mongo;
    private final Clock clock;

    MongoPublishedKeys(AggregateStore store, MongoOperations mongo, RealTime time) {
        this.keys = store.collection(COLLECTION, PublishedKeyDocument.class);
        this.mongo = mongo;
        this.clock = time.clock();
    }

    /** Publishes what is new or different, and that those which are gone hold no longer. */
    void follow(Collection<JWK> current) {
        var gone = holding();
        for (var key : current) {
            publish(key.getKeyID(), key.toJSONString());
            gone.remove(key.getKeyID());
        }
        gone.forEach(this::withdraw);
    }

    private void publish(String id, String jwk) {
        var told = new PublishedKeyDocument(jwk, clock.instant().plus(UNTIL_IT_IS_GONE));
        try {
            if (keys.find(id).isEmpty()) {
                keys.create(id, CONTEXT, change(id, told));
                return;
            }
        } catch (AggregateFailure.AlreadyExists anotherReplicaWasFirst) {
            return;
        }
        keys.change(
                id,
                CONTEXT,
                before -> before.jwk().equals(jwk) && before.notAfter().isAfter(clock.instant())
                        ? new Change<>(before, List.of())
                        : change(id, told));
    }

    private void withdraw(String id) {
        keys.change(id, CONTEXT, before -> change(id, new PublishedKeyDocument(before.jwk(), clock.instant())));
    }

    private Set<String> holding() {
        var found = new HashSet<String>();
        mongo.execute(
                COLLECTION,
                documents -> documents
                        .find(gt("state.notAfter", Date.from(clock.instant())))
                        .projection(include("_id"))
                        .map(document -> document.getString("_id"))
                        .into(found));
        return found;
    }

    private static Change<PublishedKeyDocument> change(String id, PublishedKeyDocument told) {
        return new Change<>(told, List.of(new SigningKeyPublishedV1(id, told.jwk(), told.notAfter())));
    }

    /** @param notAfter tokens signed with the key are not accepted after this instant */
    record PublishedKeyDocument(String jwk, Instant notAfter) {}
}
