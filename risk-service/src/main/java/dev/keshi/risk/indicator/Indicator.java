package dev.keshi.risk.indicator;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.risk.indicator.IndicatorDocument.Raised;
import dev.keshi.risk.indicator.IndicatorDocument.Reading;
import dev.keshi.risk.indicator.IndicatorDocument.Rule;
import dev.keshi.risk.indicator.IndicatorDocument.Stood;
import dev.keshi.risk.indicator.IndicatorDocument.Told;
import dev.keshi.risk.monitoring.Course;
import dev.keshi.risk.monitoring.Standing;
import dev.keshi.risk.register.RiskReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An indicator with its values and the warning that stands. */
final class Indicator {

    /** A year of days with room for what comes late. */
    static final int KEPT_READINGS = 400;

    private final IndicatorId id;
    private final String riskId;
    private final String departmentId;
    private IndicatorContent content;
    private final @Nullable Feed feed;
    private final TreeMap<LocalDate, Reading> readings;
    private final Figures figures;
    private Standing settled;
    private int warnings;
    private @Nullable Raised warning;
    private boolean retired;
    private final List<PublishedEvent> events = new ArrayList<>();
    private final List<WarningTurn> turns = new ArrayList<>();

    private Indicator(IndicatorId id, IndicatorDocument kept) {
        this.id = id;
        this.riskId = kept.riskId();
        this.departmentId = kept.departmentId();
        this.content = kept.content();
        this.feed = kept.feed();
        this.readings = new TreeMap<>(kept.byPeriod());
        this.figures = Figures.of(kept.told());
        this.settled = kept.settled().toStanding();
        this.warnings = kept.warnings();
        this.warning = kept.warning();
        this.retired = kept.retired();
    }

    static Indicator of(IndicatorId id, IndicatorDocument kept) {
        return new Indicator(id, kept);
    }

    static Indicator defined(
            IndicatorId id, String riskId, String departmentId, IndicatorContent content, Optional<Feed> feed) {
        var indicator = new Indicator(
                id,
                new IndicatorDocument(
                        riskId,
                        departmentId,
                        content.ownerId(),
                        content.name(),
                        content.nameEn().orElse(null),
                        content.unit(),
                        Rule.of(content.rule()),
                        feed.orElse(null),
                        List.of(),
                        null,
                        null,
                        Stood.of(Standing.unknown()),
                        0,
                        null,
                        false));
        indicator.events.add(IndicatorEvents.defined(id, indicator.toDocument()));
        return indicator;
    }

    void requireSeen(RiskReader reader) {
        if (!reader.sees(content.ownerId(), departmentId)) {
            throw new IndicatorProblem.Unknown(id);
        }
    }

    String departmentId() {
        return departmentId;
    }

    /** Whom a command makes the owner; empty when nobody, or who is it already. */
    Optional<String> newOwner(IndicatorCommand.OfExisting command) {
        return command instanceof IndicatorCommand.Revise revised
                ? Optional.of(revised.content().ownerId()).filter(owner -> !owner.equals(content.ownerId()))
                : Optional.empty();
    }

    void requireKeeper(RiskReader reader) {
        if (!reader.keeps(content.ownerId(), departmentId)) {
            throw new IndicatorProblem.NotYoursToKeep();
        }
    }

    void revise(IndicatorContent revised) {
        requireWatched();
        if (!readings.isEmpty() && revised.rule().rhythm() != content.rule().rhythm()) {
            throw new IndicatorProblem.RhythmFixed();
        }
        if (!revised.equals(content)) {
            content = revised;
            events.add(IndicatorEvents.defined(id, toDocument()));
            judge();
        }
    }

    /** @param today no period that begins later has a value yet */
    void report(SortedMap<LocalDate, BigDecimal> values, String by, LocalDate today) {
        requireWatched();
        if (feed != null) {
            throw new IndicatorProblem.Fed();
        }
        take(values, by, today);
    }

    /**
     * A figure of a period that may go on. The worst of a period counts: a figure that oscillates within it warns once, and neither order nor
     * repetition matters. Nothing happens when the period is settled or the indicator retired.
     */
    void feed(FigureNews figure, String by, LocalDate today) {
        var period = content.rule().rhythm().periodOf(figure.day());
        if (retired || isSettled(period)) {
            return;
        }
        requirePeriod(period, today);
        var value = figure.value();
        figures.tell(new Told(period, value, figure.at(), figure.through()));
        var changed = new TreeMap<LocalDate, BigDecimal>();
        if (value != null && counts(value, readings.get(period))) {
            changed.putAll(put(new TreeMap<>(Map.of(period, value)), by));
        }
        boolean takenBack = correctCarried(period, today, changed);
        conclude(changed, takenBack);
    }

    /**
     * What was carried from a period on follows what is told of it late. Nothing more is carried here: what was told later may be on its way.
     *
     * @param changed gets those that have another value now
     * @return whether one has none any more
     */
    private boolean correctCarried(LocalDate from, LocalDate today, SortedMap<LocalDate, BigDecimal> changed) {
        var standing = figures.standing(content.rule().rhythm(), today);
        var corrected = new TreeMap<LocalDate, BigDecimal>();
        boolean takenBack = false;
        for (var reading : List.copyOf(readings.tailMap(from).values())) {
            boolean told = !reading.isCarried();
            if (told && reading.period().isAfter(from)) {
                break;
            }
            var value = standing.get(reading.period());
            if (!told && value == null) {
                readings.remove(reading.period());
                takenBack = true;
            } else if (!told) {
                corrected.put(reading.period(), value);
            }
        }
        changed.putAll(put(corrected, Reading.CARRIED));
        return takenBack;
    }

    private boolean counts(BigDecimal value, @Nullable Reading before) {
        return before == null || before.isCarried() || content.rule().isWorse(value, before.value());
    }

    /** Periods that are over without any word of the feed have what it told last. */
    void carry(LocalDate today) {
        if (!retired) {
            conclude(putStanding(today), false);
        }
    }

    private void take(SortedMap<LocalDate, BigDecimal> values, String by, LocalDate today) {
        values.keySet().forEach(period -> requirePeriod(period, today));
        conclude(put(values, by), false);
    }

    /** Those of which nobody has told, or only that they stood as they were. */
    private TreeMap<LocalDate, BigDecimal> putStanding(LocalDate today) {
        var standing = new TreeMap<>(figures.standing(content.rule().rhythm(), today));
        standing.keySet().removeIf(period -> {
            var before = readings.get(period);
            return isSettled(period) || (before != null && !before.isCarried());
        });
        return put(standing, Reading.CARRIED);
    }

    /** @return those that were not so before */
    private TreeMap<LocalDate, BigDecimal> put(SortedMap<LocalDate, BigDecimal> values, String by) {
        var changed = new TreeMap<LocalDate, BigDecimal>();
        values.forEach((period, value) -> {
            var before = readings.get(period);
            if (before == null || before.value().compareTo(value) != 0) {
                readings.put(period, new Reading(period, value, by));
                changed.put(period, value);
            } else if (before.isCarried()) {
                readings.put(period, new Reading(period, value, by));
            }
        });
        return changed;
    }

    private void conclude(SortedMap<LocalDate, BigDecimal> changed, boolean takenBack) {
        if (!changed.isEmpty() || takenBack) {
            judge();
        }
        if (!changed.isEmpty()) {
            events.add(IndicatorEvents.reported(id, toDocument(), changed));
            settle();
        }
    }

    /** No figure can recover a warning that stands any more, so it stands no longer; the assessment of the risk goes on. */
    void retire() {
        requireWatched();
        retired = true;
        if (warning != null) {
            turns.add(new WarningTurn.Recovered(warning.id(), Optional.empty()));
            warning = null;
        }
        events.add(IndicatorEvents.retired(id, departmentId));
    }

    IndicatorDocument toDocument() {
        return new IndicatorDocument(
                riskId,
                departmentId,
                content.ownerId(),
                content.name(),
                content.nameEn().orElse(null),
                content.unit(),
                Rule.of(content.rule()),
                feed,
                List.copyOf(readings.values()),
                feed == null ? null : figures.all(),
                retired
                        ? null
                        : figures.nextOn(content.rule().rhythm(), readings.keySet())
                                .orElse(null),
                Stood.of(settled),
                warnings,
                warning,
                retired);
    }

    /** What happened since the last call, in order. */
    List<PublishedEvent> takeEvents() {
        var taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    /** What became of warnings since the last call, in order. */
    List<WarningTurn> takeTurns() {
        var taken = List.copyOf(turns);
        turns.clear();
        return taken;
    }

    /** A recovery that lies behind the beginning of the warning ends it, also when another has begun since. */
    private void judge() {
        var course = Course.of(content.rule(), settled, values());
        var told = warning;
        if (told != null) {
            var recovery = course.episodes().stream()
                    .flatMap(episode -> episode.until().stream())
                    .filter(until -> until.isAfter(told.since()))
                    .findFirst();
            if (recovery.isPresent() || course.standing() instanceof Standing.Calm) {
                turns.add(new WarningTurn.Recovered(told.id(), recovery));
                warning = null;
            }
        }
        if (warning == null && course.standing() instanceof Standing.Warned(var since)) {
            warnings++;
            warning = new Raised(id.value() + "-" + warnings, since);
            turns.add(new WarningTurn.Raised(
                    warning.id(),
                    since,
                    Optional.ofNullable(readings.get(since)).map(Reading::value)));
        }
    }

    /** What is older than a year of days is not corrected any more; where it stood then is kept in its place. */
    private void settle() {
        while (readings.size() > KEPT_READINGS) {
            var oldest = readings.pollFirstEntry();
            settled = settled.after(oldest.getKey(), oldest.getValue().value(), content.rule());
            figures.forgetBefore(readings.firstKey());
        }
    }

    private boolean isSettled(LocalDate period) {
        return readings.size() >= KEPT_READINGS && period.isBefore(readings.firstKey());
    }

    private SortedMap<LocalDate, BigDecimal> values() {
        var values = new TreeMap<LocalDate, BigDecimal>();
        readings.forEach((period, reading) -> values.put(period, reading.value()));
        return values;
    }

    private void requirePeriod(LocalDate period, LocalDate today) {
        var first = content.rule().rhythm().periodOf(period);
        if (!first.equals(period)) {
            throw new IndicatorProblem.NotAPeriod(period, first);
        }
        if (period.isAfter(today)) {
            throw new IndicatorProblem.PeriodAhead(period);
        }
        if (isSettled(period)) {
            throw new IndicatorProblem.PeriodSettled(period, readings.firstKey());
        }
    }

    private void requireWatched() {
        if (retired) {
            throw new IndicatorProblem.Retired();
        }
    }
}
