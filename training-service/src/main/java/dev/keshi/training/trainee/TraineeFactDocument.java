package dev.keshi.training.trainee;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it is kept; which fields there are follows from the kind. All of it follows from the event that told it.
 *
 * @param at when it was told
 * @param points by code of indicator, in the order of the codes
 * @param firstDay of the work that was appraised, absent where the event did not say so; or of the period of a figure
 * @param lastDay the same
 * @param valueId of a figure, as all that follow
 */
record TraineeFactDocument(
        String personId,
        Kind kind,
        Instant at,
        @Nullable Long sequence,
        @Nullable LocalDate on,
        @Nullable String departmentId,
        @Nullable String positionId,
        @Nullable Boolean hired,
        @Nullable String appraisalId,
        @Nullable List<Points> points,
        @Nullable String courseCode,
        @Nullable String reference,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable String valueId,
        @Nullable String indicator,
        @Nullable BigDecimal value,
        @Nullable BigDecimal target,
        TraineeFact.@Nullable Better better,
        @Nullable String unit) {

    enum Kind {
        WORKS,
        LEFT,
        APPRAISED,
        LEARNED,
        FIGURE
    }

    record Points(String code, BigDecimal points) {}

    static TraineeFactDocument of(String personId, TraineeFact fact) {
        return switch (fact) {
            case TraineeFact.Works works ->
                new TraineeFactDocument(
                        personId,
                        Kind.WORKS,
                        works.at(),
                        works.sequence(),
                        works.on(),
                        works.departmentId(),
                        works.positionId().orElse(null),
                        works.hired(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            case TraineeFact.Left left ->
                new TraineeFactDocument(
                        personId,
                        Kind.LEFT,
                        left.at(),
                        left.sequence(),
                        left.on(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            case TraineeFact.Appraised appraised ->
                new TraineeFactDocument(
                        personId,
                        Kind.APPRAISED,
                        appraised.at(),
                        appraised.sequence(),
                        null,
                        null,
                        null,
                        null,
                        appraised.appraisalId(),
                        inOrder(appraised.points()),
                        null,
                        null,
                        appraised.judged().map(TraineeFact.Days::first).orElse(null),
                        appraised.judged().map(TraineeFact.Days::last).orElse(null),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            case TraineeFact.Learned learned ->
                new TraineeFactDocument(
                        personId,
                        Kind.LEARNED,
                        learned.at(),
                        null,
                        learned.on(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        learned.courseCode(),
                        learned.reference(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            case TraineeFact.Figure figure ->
                new TraineeFactDocument(
                        personId,
                        Kind.FIGURE,
                        figure.at(),
                        figure.sequence(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        figure.period().first(),
                        figure.period().last(),
                        figure.valueId(),
                        figure.indicator(),
                        figure.value().orElse(null),
                        figure.target().orElse(null),
                        figure.better().orElse(null),
                        figure.unit());
        };
    }

    TraineeFact toFact() {
        return switch (kind) {
            case WORKS ->
                new TraineeFact.Works(
                        Objects.requireNonNull(sequence),
                        at,
                        Objects.requireNonNull(on),
                        Objects.requireNonNull(departmentId),
                        Optional.ofNullable(positionId),
                        Boolean.TRUE.equals(hired));
            case LEFT -> new TraineeFact.Left(Objects.requireNonNull(sequence), at, Objects.requireNonNull(on));
            case APPRAISED ->
                new TraineeFact.Appraised(
                        Objects.requireNonNull(appraisalId),
                        Objects.requireNonNull(sequence),
                        at,
                        judged(),
                        Objects.requireNonNull(points).stream()
                                .collect(Collectors.toMap(Points::code, Points::points)));
            case LEARNED ->
                new TraineeFact.Learned(
                        Objects.requireNonNull(courseCode),
                        Objects.requireNonNull(reference),
                        at,
                        Objects.requireNonNull(on));
            case FIGURE ->
                new TraineeFact.Figure(
                        Objects.requireNonNull(valueId),
                        Objects.requireNonNull(indicator),
                        Objects.requireNonNull(sequence),
                        at,
                        new TraineeFact.Days(Objects.requireNonNull(firstDay), Objects.requireNonNull(lastDay)),
                        Optional.ofNullable(value),
                        Optional.ofNullable(target),
                        Optional.ofNullable(better),
                        Objects.requireNonNull(unit));
        };
    }

    private Optional<TraineeFact.Days> judged() {
        return firstDay == null || lastDay == null
                ? Optional.empty()
                : Optional.of(new TraineeFact.Days(firstDay, lastDay));
    }

    private static List<Points> inOrder(Map<String, BigDecimal> points) {
        return points.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> new Points(one.getKey(), one.getValue()))
                .toList();
    }
}
