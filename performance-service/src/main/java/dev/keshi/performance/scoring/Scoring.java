package dev.keshi.performance.scoring;

import dev.keshi.performance.scoring.Explanation.LeftOut;
import dev.keshi.performance.scoring.Explanation.Level;
import dev.keshi.performance.scoring.Explanation.Mean;
import dev.keshi.performance.scoring.Explanation.Part;
import dev.keshi.performance.scoring.Explanation.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lays out what counts; {@link Explanation#total} does the arithmetic. */
public record Scoring(ScoringRules rules, Period period) {

    /**
     * @param stays the positions held, no two on the same day
     * @return what the total follows from; it has none when nothing counts
     */
    public Explanation explain(List<Stay> stays) {
        var inOrder = stays.stream()
                .filter(stay -> daysOf(stay) > 0)
                .sorted(Comparator.comparing(stay -> stay.days().first()))
                .toList();
        requireOneAtATime(inOrder);
        var last = inOrder.stream().filter(this::isLongEnough).reduce((_, later) -> later);
        return new Mean(
                Level.PERIOD,
                period.first() + "/" + period.last(),
                inOrder.stream()
                        .map(stay -> new Part(daysOf(stay), explain(stay, last)))
                        .toList());
    }

    private Explanation explain(Stay stay, Optional<Stay> last) {
        if (!isLongEnough(stay)) {
            return new LeftOut(Level.STAY, stay.subject(), Reason.TOO_SHORT);
        }
        if (rules.movers() == MoverRule.POSITION_AT_END
                && last.filter(stay::equals).isEmpty()) {
            return new LeftOut(Level.STAY, stay.subject(), Reason.NOT_HELD_AT_END);
        }
        var judged = stay.indicators().judged();
        if (judged.isEmpty()) {
            return new LeftOut(Level.STAY, stay.subject(), Reason.NOT_JUDGED);
        }
        return new Mean(
                Level.STAY,
                stay.subject(),
                judged.stream()
                        .map(indicator -> new Part(indicator.weight(), explain(stay, indicator)))
                        .toList());
    }

    private Explanation explain(Stay stay, WeightedIndicator indicator) {
        return switch (indicator.source()) {
            case EVENTS -> byEvents(stay, indicator.code());
            case RATING -> byRaters(stay, indicator.code());
        };
    }

    private static Explanation byEvents(Stay stay, String indicator) {
        var measured = stay.measurements().stream()
                .filter(one -> one.indicator().equals(indicator) && one.events() > 0)
                .findFirst();
        if (measured.isEmpty()) {
            return new LeftOut(Level.INDICATOR, indicator, Reason.NO_EVENTS);
        }
        return measured.get().exactly().isEmpty()
                ? new LeftOut(Level.INDICATOR, indicator, Reason.NOTHING_TO_DIVIDE_BY)
                : new Explanation.Measured(measured.get());
    }

    private Explanation byRaters(Stay stay, String indicator) {
        var views = new ArrayList<Part>();
        for (var kind : RaterKind.values()) {
            int weight = rules.raters().of(kind);
            views.add(
                    weight == 0
                            ? new Part(1, new LeftOut(Level.VIEW, kind.name(), Reason.NO_WEIGHT))
                            : new Part(weight, view(stay, indicator, kind)));
        }
        return new Mean(Level.INDICATOR, indicator, views);
    }

    private Explanation view(Stay stay, String indicator, RaterKind kind) {
        var leaves = stay.ratings().stream()
                .filter(sheet -> sheet.kind() == kind)
                .map(sheet -> new Explanation.Leaf(sheet.reference(), sheet.of(indicator)))
                .sorted(Comparator.comparing(leaf -> leaf.points().value()))
                .toList();
        // Before the other: whether none of few peers has spoken or one, would tell of the one.
        if (kind == RaterKind.PEER && leaves.size() < rules.minimumPeers()) {
            return new LeftOut(Level.VIEW, kind.name(), Reason.TOO_FEW_PEERS);
        }
        if (leaves.isEmpty()) {
            return new LeftOut(Level.VIEW, kind.name(), Reason.NO_RATING);
        }
        return new Mean(Level.VIEW, kind.name(), kind == RaterKind.PEER ? nameless(leaves) : parts(leaves));
    }

    /** By points and numbered in that order, for each indicator anew: no line can be followed through the sheets. */
    private static List<Part> nameless(List<Explanation.Leaf> byPoints) {
        var leaves = new Explanation.Leaf[byPoints.size()];
        Arrays.setAll(
                leaves,
                i -> new Explanation.Leaf(String.valueOf(i + 1), byPoints.get(i).points()));
        return parts(List.of(leaves));
    }

    private static List<Part> parts(List<Explanation.Leaf> leaves) {
        return leaves.stream().map(leaf -> new Part(1, leaf)).toList();
    }

    private boolean isLongEnough(Stay stay) {
        return daysOf(stay) >= rules.minimumDays();
    }

    private int daysOf(Stay stay) {
        return stay.days().daysWithin(period);
    }

    private static void requireOneAtATime(List<Stay> inOrder) {
        for (int i = 1; i < inOrder.size(); i++) {
            if (!inOrder.get(i).days().first().isAfter(inOrder.get(i - 1).days().last())) {
                throw new IllegalArgumentException(
                        "two positions on " + inOrder.get(i).days().first());
            }
        }
    }
}
