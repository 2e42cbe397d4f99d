package dev.keshi.benchmarks.load;

/** Names of the numbered aggregates. */
public final class Keys {

    private static final String CHANGED = "position-";
    private static final int DIGITS = 8;

    private Keys() {}

    public static String of(int aggregate) {
        return CHANGED + digits(aggregate);
    }

    /** Of those that only stand for the backlog of the given number. */
    public static String filled(int backlog, int aggregate) {
        return "backlog-" + backlog + "-" + digits(aggregate);
    }

    /** @return -1 when the key is of a backlog */
    static int index(String key) {
        return key.startsWith(CHANGED) ? Integer.parseInt(key, CHANGED.length(), key.length(), 10) : -1;
    }

    private static String digits(int number) {
        var text = Integer.toString(number);
        return "0".repeat(DIGITS - text.length()) + text;
    }
}
