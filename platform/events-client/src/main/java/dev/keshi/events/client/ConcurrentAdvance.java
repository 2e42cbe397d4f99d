package dev.keshi.events.client;

/** The position of an aggregate is no longer what was read in this transaction. */
public final class ConcurrentAdvance extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ConcurrentAdvance(AggregateKey aggregate) {
        super("the position of " + aggregate.kind() + "/" + aggregate.id() + " was moved by somebody else");
    }
}
