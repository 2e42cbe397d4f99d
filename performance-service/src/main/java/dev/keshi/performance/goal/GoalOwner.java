package dev.keshi.performance.goal;

/** Whose goals they are. */
public record GoalOwner(Kind kind, String id) {

    private static final int LONGEST = 64;

    public enum Kind {
        DEPARTMENT,
        PERSON
    }

    public GoalOwner {
        if (id.isBlank() || id.length() > LONGEST) {
            throw new IllegalArgumentException("goal owner: " + id);
        }
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
