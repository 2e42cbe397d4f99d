package dev.keshi.workflow.approver;

import java.util.Optional;

/** The part of a written rule that follows its prefix. */
final class After {

    private After() {}

    static Optional<String> prefix(String prefix, String text) {
        return Optional.of(text)
                .filter(whole -> whole.startsWith(prefix))
                .map(whole -> whole.substring(prefix.length()).strip())
                .filter(rest -> !rest.isEmpty() && rest.length() <= 100);
    }
}
