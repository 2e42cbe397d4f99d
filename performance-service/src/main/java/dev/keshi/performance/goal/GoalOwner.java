package dev.keshi.performance.goal;

/** Whose goals they are. */
public record GoalOwner(Kind kind, String id) {

    private static final int LONGEST = 64;

    public enum Kind {
        DEPARTMENT,
        PERSON
    }

    public GoalOwner {
        if (!isId(id)) {
            throw new IllegalArgumentException("goal owner: " + id);
        }
    }

    /** Whether a person or department could be called so. */
    public static boolean isId(String text) {
        return !text.isBlank() && text.length() <= LONGEST;
    }

    public static GoalOwner department(String id) {
        return new GoalOwner(Kind.DEPARTMENT, id);
    }

    public static GoalOwner person(String id) {
        return new GoalOwner(Kind.PERSON, id);
    }

    String sheetId() {
        return switch (kind) {
            case DEPARTMENT -> "d:" + id;
            case PERSON -> "p:" + id;
        };
    }
}
