package dev.keshi.workflow.engine;

/** What a person says with a decision or as a comment; may be empty. */
public record Remark(String text) {

    /** Characters as people count them. */
    public static final int MAX = 2000;

    public Remark {
        if (text.codePointCount(0, text.length()) > MAX) {
            throw new IllegalArgumentException("a remark has at most " + MAX + " characters");
        }
    }

    public static Remark none() {
        return new Remark("");
    }

    public boolean isBlank() {
        return text.isBlank();
    }
}
