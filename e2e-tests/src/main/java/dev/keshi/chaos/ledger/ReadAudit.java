package dev.keshi.chaos.ledger;

import dev.keshi.chaos.ledger.Operation.Kind;
import dev.keshi.launcher.platform.Service;
import java.util.List;
import java.util.stream.Collectors;

/** Notifications that were read: told so by an event, as often as somebody may have read them. */
final class ReadAudit {

    static final String TOLD = "keshi.notification.notification-read.v1";

    private final Truth truth;
    private final Findings findings;

    ReadAudit(Truth truth, Findings findings) {
        this.truth = truth;
        this.findings = findings;
    }

    /**
     * @param operations of which those are looked at
     * @param all everything in the ledger: a notification may have been read before
     */
    void check(List<Operation> operations, List<Operation> all) {
        var byNotification = all.stream().filter(ReadAudit::isRead).collect(Collectors.groupingBy(Operation::key));
        var looked = operations.stream()
                .filter(ReadAudit::isRead)
                .map(Operation::key)
                .collect(Collectors.toSet());
        var stored = truth.byId(Service.NOTIFICATION, "inbox", looked);
        for (String key : looked) {
            var reads = byNotification.getOrDefault(key, List.of());
            var told = truth.once(key).stream()
                    .filter(event -> event.type().equals(TOLD))
                    .toList();
            long possible = reads.stream()
                    .filter(read -> read.outcome() != Outcome.FAILED)
                    .count();
            boolean acknowledged = reads.stream().anyMatch(read -> read.outcome() == Outcome.OK);
            findings.require(!acknowledged || !told.isEmpty(), Invariant.I1, "no event tells of %s", reads);
            findings.require(
                    told.size() <= possible,
                    Invariant.I7,
                    "%s was read %d times, and that was asked for only %d times without a refusal: %s",
                    key,
                    told.size(),
                    possible,
                    reads);
            told.forEach(event -> findings.require(
                    reads.stream().anyMatch(read -> read.asked("recipientId").equals(event.field("recipientId"))),
                    Invariant.I7,
                    "%s was read by somebody who did not ask: %s",
                    key,
                    event.json()));
            var document = stored.get(key);
            findings.require(
                    document != null && document.getLong("sequence") == told.size(),
                    Invariant.I2,
                    "the notification %s stands at %s and Kafka tells of %d changes",
                    key,
                    document == null ? "nothing" : document.getLong("sequence"),
                    told.size());
        }
    }

    private static boolean isRead(Operation operation) {
        return operation.kind() == Kind.READ;
    }
}
