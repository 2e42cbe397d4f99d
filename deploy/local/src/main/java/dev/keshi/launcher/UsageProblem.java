package dev.keshi.launcher;

/** Something was typed that no verb understands; the message names it. */
final class UsageProblem extends RuntimeException {

    UsageProblem(String message) {
        super(message);
    }
}
