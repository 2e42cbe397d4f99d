package dev.keshi.chaos.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares the ledger with the truth, once everything has come to rest. */
public final class Audit {

    private final Ledger ledger;
    private final Truth truth;

    public Audit(Ledger ledger, Truth truth) {
        this.ledger = ledger;
        this.truth = truth;
    }

    /**
     * What is broken among the operations since a place in the ledger.
     *
     * @param logged place in the log of events before the first of them
     */
    public List<Broken> of(int place, int logged) {
        var findings = new Findings();
        findings.addAll(ledger.takeSeen());
        var operations = ledger.since(place);
        var events = List.copyOf(truth.log().since(logged));
        Set<String> keys = new HashSet<>();
        keys.addAll(new DepartmentAudit(truth, findings).check(operations, events));
        keys.addAll(new RequestAudit(truth, findings).check(operations, events));
        events.stream()
                .filter(event -> event.topic().matches("keshi\\.[a-z]+\\.v1"))
                .forEach(event -> keys.add(event.key()));
        new EventAudit(truth, findings).check(keys);
        return findings.all();
    }
}
