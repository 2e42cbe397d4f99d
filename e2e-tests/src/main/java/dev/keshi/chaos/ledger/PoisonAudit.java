package dev.keshi.chaos.ledger;

import com.mongodb.client.model.Filters;
import dev.keshi.launcher.platform.Service;
import java.util.List;

/** Poison: each bad record is parked where it cannot be read, and no good neighbour is lost. */
public final class PoisonAudit {

    private final Stores stores;

    public PoisonAudit(Stores stores) {
        this.stores = stores;
    }

    /**
     * @param good key prefix of the good records, and how many there are
     * @param bad the same of the bad ones, of which some have no key
     */
    public List<Broken> of(String good, int goods, String bad, int bads) {
        var findings = new Findings();
        var archived = stores.find(Service.REPORTING, "events", Filters.regex("key", "^" + good), "_id");
        findings.require(
                archived.size() == goods,
                Invariant.I2,
                "of %d good records among the poison %d are in the archive",
                goods,
                archived.size());
        var bySomeoneElse = Filters.or(Filters.regex("key", "^" + bad), Filters.eq("key", ""));
        int parked = stores.find(Service.NOTIFICATION, "dead_letters", bySomeoneElse, "_id")
                .size();
        findings.require(
                parked == bads,
                Invariant.I2,
                "of %d poison records %d are parked in notification-service",
                bads,
                parked);
        int kept = stores.find(Service.REPORTING, "events", Filters.regex("key", "^" + bad), "_id")
                .size();
        int refused = stores.find(Service.REPORTING, "dead_letters", bySomeoneElse, "_id")
                .size();
        findings.require(
                kept + refused == bads,
                Invariant.I2,
                "of %d poison records the archive keeps %d and has parked %d",
                bads,
                kept,
                refused);
        return findings.all();
    }
}
