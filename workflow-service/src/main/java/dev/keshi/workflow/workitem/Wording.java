package dev.keshi.workflow.workitem;

import java.util.Optional;

/**
 * What is to be done.
 *
 * @param title a few words on one line; other services are told it
 * @param description everything else there is to say; stays in this service
 */
public record Wording(String title, Optional<String> description) {

    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_DESCRIPTION = 4_000;

    public Wording {
        if (title.isBlank()
                || title.length() > LONGEST_TITLE
                || title.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("title: " + title);
        }
        if (description.filter(text -> text.length() > LONGEST_DESCRIPTION).isPresent()) {
            throw new IllegalArgumentException("description of more than " + LONGEST_DESCRIPTION);
        }
    }
}
