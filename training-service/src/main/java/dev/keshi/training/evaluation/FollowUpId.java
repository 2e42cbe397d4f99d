package dev.keshi.training.evaluation;

import dev.keshi.messaging.Ids;

/** What is asked after somebody has learned something. */
public record FollowUpId(String value) {

    private static final int LONGEST = 64;

    public FollowUpId {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("follow-up id: " + value);
        }
    }

    /** @param reference by what the person has learned the course */
    static FollowUpId of(String personId, String reference) {
        return new FollowUpId(Ids.derived("follow-up", reference + "/" + personId));
    }
}
