package dev.keshi.performance.cycle;

import dev.keshi.performance.scoring.Points;
import dev.keshi.performance.scoring.RaterKind;
import dev.keshi.performance.scoring.RatingSheet;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one person is asked to say of another. When it was said is not kept, because a time could tell who said it.
 *
 * @param stay which of the positions held, from 0
 * @param subjectId who is rated
 * @param points empty until it is given
 * @param reason why it was waived
 * @param waivedBy who did so; absent where it was not kept yet
 * @param waivedAt when; the same
 */
record RatingDocument(
        String cycleId,
        String appraisalId,
        int stay,
        String templateId,
        String subjectId,
        String raterId,
        RaterKind kind,
        RatingStatus status,
        List<Given> points,
        @Nullable String reason,
        @Nullable String waivedBy,
        @Nullable Instant waivedAt) {

    RatingDocument {
        points = List.copyOf(points);
    }

    record Given(String indicator, BigDecimal points) {}

    static RatingDocument asked(
            String cycleId,
            String appraisalId,
            int stay,
            String templateId,
            String subjectId,
            String raterId,
            RaterKind kind) {
        return new RatingDocument(
                cycleId,
                appraisalId,
                stay,
                templateId,
                subjectId,
                raterId,
                kind,
                RatingStatus.OPEN,
                List.of(),
                null,
                null,
                null);
    }

    /** @param indicators codes of all that are to be rated */
    RatingDocument given(Map<String, Points> sheet, Iterable<String> indicators) {
        if (status == RatingStatus.GIVEN) {
            throw new CycleProblem.RatedBefore();
        }
        requireOpen();
        var missing = new TreeSet<String>();
        indicators.forEach(missing::add);
        var unknown = new TreeSet<>(sheet.keySet());
        unknown.removeAll(missing);
        missing.removeAll(sheet.keySet());
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw new CycleProblem.IncompleteRating(missing, unknown);
        }
        var inOrder = new TreeMap<>(sheet)
                .entrySet().stream()
                        .map(one -> new Given(one.getKey(), one.getValue().value()))
                        .toList();
        return with(RatingStatus.GIVEN, inOrder, null, null, null);
    }

    /** Neither given nor done without. */
    boolean isMissing() {
        return RatingStatus.MISSING.contains(status);
    }

    RatingDocument waived(String why, String by, Instant at) {
        if (!isMissing()) {
            throw new CycleProblem.RatingClosed();
        }
        return with(RatingStatus.WAIVED, points, why, by, at);
    }

    /** A rating that was given or waived stays as it is. */
    RatingDocument closed() {
        return status == RatingStatus.OPEN ? with(RatingStatus.LAPSED, points, reason, waivedBy, waivedAt) : this;
    }

    /** As it was asked for; what was not given stays as it is. */
    RatingDocument takenBack() {
        return status == RatingStatus.GIVEN ? with(RatingStatus.OPEN, List.of(), null, null, null) : this;
    }

    /** @param reference what it is called in the explanation, unless it is a peer's */
    RatingSheet sheet(String reference) {
        return new RatingSheet(
                kind,
                reference,
                points.stream().collect(Collectors.toMap(Given::indicator, one -> new Points(one.points()))));
    }

    private void requireOpen() {
        if (status != RatingStatus.OPEN) {
            throw new CycleProblem.RatingClosed();
        }
    }

    private RatingDocument with(
            RatingStatus next, List<Given> sheet, @Nullable String why, @Nullable String by, @Nullable Instant at) {
        return new RatingDocument(
                cycleId, appraisalId, stay, templateId, subjectId, raterId, kind, next, sheet, why, by, at);
    }
}
