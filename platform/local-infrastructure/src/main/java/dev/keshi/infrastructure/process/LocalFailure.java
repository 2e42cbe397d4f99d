package dev.keshi.infrastructure.process;

/** Something on this machine is missing or in the way. The message is meant for a person: one sentence, with the fix. */
public final class LocalFailure extends RuntimeException {

    public LocalFailure(String sentence) {
        super(sentence);
    }

    public LocalFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
