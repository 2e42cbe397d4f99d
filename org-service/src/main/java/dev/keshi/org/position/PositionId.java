package dev.keshi.org.position;

import dev.keshi.messaging.Ids;

/** Which position; follows from its code, which never changes. */
public record PositionId(String value) {

    private static final int LONGEST = 64;

    public PositionId {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("position id: " + value);
        }
    }

    public static PositionId of(PositionCode code) {
        return new PositionId("o-" + Ids.derived("position", code.value()));
    }
}
