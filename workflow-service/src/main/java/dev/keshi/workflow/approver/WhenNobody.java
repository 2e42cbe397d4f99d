package dev.keshi.workflow.approver;

import java.util.Optional;

/** What happens when the rule finds nobody, as written in {@code keshi:whenNobody}. */
public sealed interface WhenNobody {

    /** {@code pass}: as if approved. */
    record Pass() implements WhenNobody {}

    /** {@code reject}: as if rejected. */
    record Reject() implements WhenNobody {}

    /** {@code person:ID}: this person instead. */
    record Ask(PersonId person) implements WhenNobody {}

    /** {@code administrator}, the default: the task waits until an administrator names somebody. */
    record Administrator() implements WhenNobody {}

    /** As it stands in a process; empty when it is no such word. */
    static Optional<WhenNobody> parse(String text) {
        return switch (text) {
            case "pass" -> Optional.of(new Pass());
            case "reject" -> Optional.of(new Reject());
            case "administrator" -> Optional.of(new Administrator());
            default -> After.prefix("person:", text).map(id -> new Ask(new PersonId(id)));
        };
    }
}
