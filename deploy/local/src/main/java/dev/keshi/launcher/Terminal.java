package dev.keshi.launcher;

import dev.keshi.launcher.tour.Goal;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What people see: a line for each thing that was done, with what came of it and how long it took. */
final class Terminal {

    private static final String DONE = "✓";
    private static final String FAILED = "✗";
    private static final String BESIDES = "!";
    private static final int NAME_COLUMNS = 28;

    private final PrintStream out;

    Terminal(PrintStream out) {
        this.out = out;
    }

    void done(String what, String figure, Duration took) {
        line(DONE, what, "%-46s %8s".formatted(figure, seconds(took)));
    }

    void done(String what, String figure) {
        line(DONE, what, figure);
    }

    /** Done as it should be, only slower or larger than aimed at. */
    void missed(String what, String figure, Duration took, List<Goal> goals) {
        done(what, figure, took);
        goals.forEach(goal -> line(BESIDES, "", "goal missed: " + goal.words()));
    }

    void failed(String what, String figure) {
        line(FAILED, what, figure);
    }

    void say(String text) {
        print("  " + text);
    }

    void blank() {
        print("");
    }

    synchronized void print(String text) {
        out.println(text);
        out.flush();
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private void line(String sign, String what, String figure) {
        print("%s %s %s".formatted(sign, pad(what), figure).stripTrailing());
    }

    private static String pad(String text) {
        return text + " ".repeat(Math.max(0, NAME_COLUMNS - text.length()));
    }
}
