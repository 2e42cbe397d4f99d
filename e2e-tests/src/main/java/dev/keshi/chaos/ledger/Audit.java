package dev.keshi.chaos.ledger;

import dev.keshi.chaos.ledger.MasterDataAudit.Subject;
import dev.keshi.chaos.ledger.Operation.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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
     * @param place of the first of them
     * @param events what Kafka got since then
     */
    public List<Broken> of(int place, List<LoggedEvent> events) {
        var findings = new Findings();
        findings.addAll(ledger.takeSeen());
        var operations = ledger.since(place);
        var effects = new Effects(truth, findings);
        var born = new HashSet<>(effects.check(operations, events));
        new MasterDataAudit(truth, findings, Subject.DEPARTMENTS, effects)
                .check(keys(operations, born, Kind::isOfDepartments, effects));
        new MasterDataAudit(truth, findings, Subject.PEOPLE, effects)
                .check(keys(operations, born, Kind::isOfPeople, effects));
        born.addAll(new RequestAudit(truth, findings).check(operations));
        new ClaimAudit(truth, findings).check(operations);
        new ReadAudit(truth, findings).check(operations, ledger.since(0));
        var others = events.stream()
                .filter(LoggedEvent::isOfAnAggregate)
                .map(LoggedEvent::key)
                .collect(Collectors.toSet());
        new EventAudit(truth, findings).check(born, others);
        return findings.all();
    }

    /** Aggregates of a kind: those that commands name, and those of events that came of a command. */
    private Set<String> keys(
            List<Operation> operations, Set<String> looked, Predicate<Kind> isOfThem, Effects effects) {
        var keys = operations.stream()
                .filter(operation ->
                        isOfThem.test(operation.kind()) && !operation.key().isEmpty())
                .map(Operation::key)
                .collect(Collectors.toCollection(HashSet::new));
        looked.stream()
                .filter(key -> truth.once(key).stream().anyMatch(event -> {
                    var reason = effects.reason(event);
                    return reason != null && isOfThem.test(reason.kind());
                }))
                .forEach(keys::add);
        return keys;
    }
}
