package dev.keshi.chaos.fault;

/** The fault did not come about: nothing was broken and nothing can be learned from the round. */
public final class NotReached extends RuntimeException {

    NotReached(String what) {
        super(what);
    }
}
