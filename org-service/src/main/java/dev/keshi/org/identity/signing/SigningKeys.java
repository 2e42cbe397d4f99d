package dev.keshi.org.identity.signing;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Projections.exclude;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.keshi.contracts.org.SigningKeyPublishedV1;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.org.identity.IdentitySettings;
import dev.keshi.org.identity.WhenEmbedded;
import dev.keshi.org.identity.seal.Seal;
import dev.keshi.service.time.RealTime;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * The signing keys of all replicas. Each replica looks after them once a minute; the id of a new key follows from its
 * number, so that of several replicas that make the same key one succeeds and the others take what is there.
 */
@Component
@WhenEmbedded
public final class SigningKeys {

    static final String COLLECTION = "signing_keys";

    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);
    private static final String PURPOSE = "signing key";
    private static final int RSA_BITS = 2048;

    /** Clocks of replicas and services may differ by this much. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(10);

    private final AggregateCollection<SigningKeyDocument> keys;
    private final MongoOperations mongo;
    private final Seal seal;
    private final KeySchedule schedule;
    private final Clock clock;

    /** A token that names an unknown key makes nobody read the store more often than this. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private volatile List<Key> known = List.of();
    private volatile Instant lookedAfterAt = Instant.EPOCH;

    private record Key(int number, Instant signsFrom, Instant notAfter, RSAKey jwk) implements KeySchedule.Timed {}

    SigningKeys(AggregateStore store, MongoOperations mongo, Seal seal, IdentitySettings settings, RealTime time) {
        this.keys = store.collection(COLLECTION, SigningKeyDocument.class);
        this.mongo = mongo;
        this.seal = seal;
        this.schedule = new KeySchedule(
                settings.keyPeriod(),
                settings.keyLead(),
                settings.accessTokenLifetime().plus(CLOCK_SKEW));
        this.clock = time.clock();
    }

    /** The key that signs now, with its private half. Makes the first one when there is none. */
    public JWK signing() {
        var key = schedule.signing(known, clock.instant());
        if (key.isEmpty()) {
            lookAfter();
            key = schedule.signing(known, clock.instant());
        }
        return key.map(Key::jwk).orElseThrow(() -> new IllegalStateException("There is no key to sign with"));
    }

    /** Public halves of every key whose tokens may be met, or will be. */
    public List<JWK> published() {
        if (known.isEmpty()) {
            lookAfter();
        }
        var now = clock.instant();
        return known.stream()
                .filter(key -> now.isBefore(key.notAfter()))
                .<JWK>map(key -> key.jwk().toPublicJWK())
                .toList();
    }

    boolean loaded() {
        return !known.isEmpty();
    }

    /** Public half of a key whose tokens are still accepted. A key that another replica has just made is looked up. */
    Optional<JWK> find(String keyId) {
        var found = publicKey(keyId);
        if (found.isEmpty() && clock.instant().isAfter(lookedAfterAt.plus(PATIENCE))) {
            lookAfter();
            found = publicKey(keyId);
        }
        return found;
    }

    private Optional<JWK> publicKey(String keyId) {
        return published().stream().filter(key -> key.getKeyID().equals(keyId)).findFirst();
    }

    /** Reads the keys and makes the one that is due, if one is. */
    public synchronized void lookAfter() {
        lookedAfterAt = clock.instant();
        known = read();
        schedule.due(known, clock.instant()).ifPresent(plan -> {
            create(plan);
            known = read();
        });
    }

    private void create(KeySchedule.Plan plan) {
        var id = "key-" + plan.number();
        try {
            var jwk = generate(id, plan);
            var document = new SigningKeyDocument(
                    plan.number(),
                    jwk.toPublicJWK().toJSONString(),
                    Base64.getEncoder().encodeToString(seal.close(PURPOSE, id, jwk.toJSONString())),
                    plan.signsFrom(),
                    plan.notAfter());
            keys.create(
                    id,
                    CommandContext.of("system:identity"),
                    new Change<>(
                            document, List.of(new SigningKeyPublishedV1(id, document.publicJwk(), plan.notAfter()))));
            log.info("Signing key {} signs from {}", id, plan.signsFrom());
        } catch (AggregateFailure.AlreadyExists anotherReplicaWasFirst) {
            log.debug("Signing key {} was made by another replica", id);
        }
    }

    private static RSAKey generate(String id, KeySchedule.Plan plan) {
        try {
            return new RSAKeyGenerator(RSA_BITS)
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .notBeforeTime(Date.from(plan.signsFrom()))
                    .expirationTime(Date.from(plan.notAfter()))
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java platform makes RSA keys", e);
        }
    }

    private List<Key> read() {
        var found = new ArrayList<Document>();
        mongo.execute(
                COLLECTION,
                documents -> documents
                        .find(gt("state.notAfter", Date.from(clock.instant())))
                        .projection(exclude("outbox"))
                        .into(found));
        return found.stream()
                .map(keys::versioned)
                .map(stored -> opened(stored.id(), stored.state()))
                .toList();
    }

    private Key opened(String id, SigningKeyDocument document) {
        var loaded = known.stream()
                .filter(key -> key.jwk().getKeyID().equals(id)
                        && key.jwk().toPublicJWK().toJSONString().equals(document.publicJwk()))
                .findFirst();
        return loaded.orElseGet(() -> new Key(
                document.number(), document.signsFrom(), document.notAfter(), unsealed(id, document.sealedJwk())));
    }

    private RSAKey unsealed(String id, String sealed) {
        try {
            return RSAKey.parse(seal.open(PURPOSE, id, Base64.getDecoder().decode(sealed)));
        } catch (ParseException e) {
            throw new IllegalStateException("Signing key " + id + " is not readable", e);
        }
    }
}
