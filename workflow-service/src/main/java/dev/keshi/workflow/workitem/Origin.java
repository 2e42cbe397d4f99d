package dev.keshi.workflow.workitem;

import java.util.Optional;

/**
 * Where a work item comes from.
 *
 * @param reference what in there led to it; absent only when a person assigned it of his own accord
 */
public record Origin(Kind kind, Optional<String> reference) {

    /** What leads to work. */
    public enum Kind {
        /** A person's own accord. */
        PERSON,
        /** A request: a person made work of it, or its process gave the work when it was approved; the reference is the id of the request. */
        REQUEST,
        /** An entry of a plan; the reference is {@code PLAN/ENTRY/PERIOD}. */
        PLAN,
        /** What happened in another service. */
        EVENT
    }

    public Origin {
        if (reference.isPresent() == (kind == Kind.PERSON)) {
            throw new IllegalArgumentException(kind + " with reference " + reference);
        }
    }

    public static Origin person() {
        return new Origin(Kind.PERSON, Optional.empty());
    }

    public static Origin of(Kind kind, String reference) {
        return new Origin(kind, Optional.of(reference));
    }
}
