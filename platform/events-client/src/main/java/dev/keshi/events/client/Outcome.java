package dev.keshi.events.client;

/** What became of a record. */
public sealed interface Outcome {

    /** Its handler ran, or there is none and its position was noted. */
    record Applied() implements Outcome {}

    /** It had been handled before. */
    record Repeated() implements Outcome {}

    /** Nobody here wants it. */
    record Ignored() implements Outcome {}

    /** It can never be handled as it stands; with {@link EventDelivery#deliver} it has been parked already. */
    record Unusable(String reason) implements Outcome {}

    /** An earlier one of its key is parked, so it was parked behind. */
    record Behind() implements Outcome {}
}
