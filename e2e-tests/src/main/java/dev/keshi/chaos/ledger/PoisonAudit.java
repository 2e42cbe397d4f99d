package dev.keshi.chaos.ledger;

import dev.keshi.launcher.platform.Service;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;

/** Poison: each bad record is parked where it cannot be read, no good neighbour is lost, and what is from the past changes nothing. */
public final class PoisonAudit {

    /** Begins the names under which records are parked that no subscription of a service can read. */
    private static final String FOR_ALL = "*";

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
        int kept = count("events", bad, Service.REPORTING);
        int refused = parkedFor("archive", bad);
        findings.require(
                kept + refused == bads,
                Invariant.I2,
                "of %d poison records the archive keeps %d and has parked %d",
                bads,
                kept,
                refused);
        int unread = parkedFor("figures", bad);
        findings.require(
                unread == bads, Invariant.I2, "of %d poison records %d are parked for the figures", bads, unread);
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

    /** Of reporting-service, where the archive keeps what the figures cannot read. */
    private int parkedFor(String subscription, String bad) {
        return (int) parked(Service.REPORTING, bad).stream()
                .map(letter -> letter.getString("subscription"))
                .filter(holder -> holder.equals(subscription) || holder.startsWith(FOR_ALL))
                .count();
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
