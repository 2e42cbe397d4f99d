package dev.keshi.launcher.tour;

import java.util.Locale;

/**
 * A figure that was measured beside what it should be at most.
 *
 * @param name what was measured
 * @param unit of both figures
 */
public record Goal(String name, double measured, double most, String unit) {

    public boolean isMet() {
        return measured <= most;
    }

    /** For people, for example {@code p99 312 ms, goal 250 ms}. */
    public String words() {
        return String.format(Locale.ROOT, "%s %s %s, goal %s %s", name, number(measured), unit, number(most), unit);
    }

    private static String number(double figure) {
        return figure >= 100 ? "%.0f".formatted(figure) : String.format(Locale.ROOT, "%.1f", figure);
    }
}
