package dev.keshi.launcher.tour;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** How many pieces of somebody's work were done by their day, of how many. */
record OnTime(long onTime, long all) {

    static final OnTime NOTHING = new OnTime(0, 0);

    /** Below it, in percent, training-service finds an indicator weak. */
    private static final int WEAK_BELOW = 60;

    /** @param known what the indicator knows, each with {@code amount} */
    static OnTime of(List<JsonNode> known) {
        return new OnTime(
                known.stream().filter(one -> one.path("amount").asInt() > 0).count(), known.size());
    }

    /** As an appraisal has counted it, whatever has become known since. @param explanation with one figure */
    static OnTime judged(JsonNode explanation) {
        return of(explanation.findValue("measured").path("named").valueStream().toList());
    }

    boolean isWeak() {
        return 100 * onTime < WEAK_BELOW * all;
    }

    boolean isLessThan(OnTime other) {
        return onTime * other.all < other.onTime * all;
    }

    OnTime plus(OnTime other) {
        return new OnTime(onTime + other.onTime, all + other.all);
    }

    /** Whether so many points, of a hundred, are this share. */
    boolean isWorth(double points) {
        return Math.abs(points - 100.0 * onTime / all) < 0.1;
    }

    /** For people, when the person has done more than the tour had done. */
    String beside(OnTime own) {
        return equals(own) ? "" : "; with other work of this person " + this;
    }

    @Override
    public String toString() {
        return "%d of %d".formatted(onTime, all);
    }
}
