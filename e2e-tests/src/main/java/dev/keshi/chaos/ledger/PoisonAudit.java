package dev.keshi.chaos.ledger;

import dev.keshi.launcher.platform.Service;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;

/** Poison: each bad record is parked where it cannot be read, no good neighbour is lost, and what is from the past changes nothing. */
public final class PoisonAudit {

    private static final List<Service> COPIES = List.of(Service.WORKFLOW, Service.NOTIFICATION, Service.REPORTING);

    private final Truth truth;

    public PoisonAudit(Truth truth) {
        this.truth = truth;
    }

    /**
     * @param good what the keys of the good records have in them, and how many there are
     * @param bad the same of the bad ones, of which some have no key
     */
    public List<Broken> of(String good, int goods, String bad, int bads) {
        var findings = new Findings();
        int archived = count("events", good, Service.REPORTING);
        findings.require(
                archived == goods,
                Invariant.I2,
                "of %d good records among the poison %d are in the archive",
                goods,
                archived);
        int held = count("dead_letters", good, Service.NOTIFICATION);
        findings.require(
                held == 0,
                Invariant.I2,
                "of %d good records among the poison %d are parked in notification-service",
                goods,
                held);
        int parked = parked(Service.NOTIFICATION, bad).size();
        findings.require(
                parked == bads,
                Invariant.I2,
                "of %d poison records %d are parked in notification-service",
                bads,
                parked);
        var kept = ids(truth.storedWith(Service.REPORTING, "events", "key", bad));
        var letters = parked(Service.REPORTING, bad);
        long refused = letters.stream()
                .filter(letter -> !kept.contains(eventId(letter)))
                .count();
        findings.require(
                kept.size() + refused == bads,
                Invariant.I2,
                "of %d poison records the archive keeps %d and has parked %d others",
                bads,
                kept.size(),
                refused);
        findings.require(
                letters.size() == bads,
                Invariant.I2,
                "of %d poison records %d are parked for the figures",
                bads,
                letters.size());
        return findings.all();
    }

    /**
     * Whoever heard the second event stays with it: the first that comes again, and says otherwise, changes nothing and holds nobody up.
     *
     * @param past what the keys have in them, and how many there are
     */
    public List<Broken> ofThePast(String past, int keys) {
        var findings = new Findings();
        int archived = count("events", past, Service.REPORTING);
        findings.require(
                archived == 3 * keys,
                Invariant.I2,
                "of %d records of keys with a sequence from the past %d are in the archive",
                3 * keys,
                archived);
        for (Service service : COPIES) {
            var copies = truth.storedWith(service, "directory_clients", "_id", past);
            findings.require(
                    copies.size() == keys,
                    Invariant.I2,
                    "of %d keys with a sequence from the past %s has %d",
                    keys,
                    service.module(),
                    copies.size());
            copies.forEach(copy -> findings.require(
                    Long.valueOf(2).equals(copy.getLong("sequence"))
                            && Long.valueOf(2).equals(copy.getLong("permissionEpoch")),
                    Invariant.I4,
                    "a sequence from the past changed a copy of %s: %s",
                    service.module(),
                    copy));
            int held = count("dead_letters", past, service);
            findings.require(
                    held == 0,
                    Invariant.I2,
                    "%s has parked %d records of keys with a sequence from the past",
                    service.module(),
                    held);
        }
        return findings.all();
    }

    /** The archive keeps whatever has an envelope, also what the figures cannot read and park. */
    private static Set<String> ids(List<Document> events) {
        return events.stream().map(event -> event.getString("_id")).collect(Collectors.toSet());
    }

    private static String eventId(Document letter) {
        return letter.getList("headers", Document.class, List.of()).stream()
                .filter(header -> "ce_id".equals(header.getString("name")))
                .map(header -> header.get("value", Binary.class))
                .filter(Objects::nonNull)
                .map(value -> new String(value.getData(), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    private List<Document> parked(Service service, String bad) {
        return Stream.concat(
                        truth.storedWith(service, "dead_letters", "key", bad).stream(),
                        truth.stored(service, "dead_letters", "key", List.of("")).stream())
                .toList();
    }

    private int count(String collection, String key, Service service) {
        return truth.storedWith(service, collection, "key", key).size();
    }
}
