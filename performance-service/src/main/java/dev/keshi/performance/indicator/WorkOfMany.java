package dev.keshi.performance.indicator;

import dev.keshi.performance.scoring.Measurement;
import dev.keshi.performance.scoring.Period;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Goes through the facts of many people once and tells of each what they come to as soon as the next one begins. */
final class WorkOfMany {

    private final Map<IndicatorCode, IndicatorDocument> indicators;
    private final Map<String, List<Wanted>> wanted;
    private final Predicate<FactDocument> counts;
    private final BiConsumer<String, List<Measurement>> each;
    private final Set<String> left;
    private @Nullable String person;
    private List<Tally> tallies = List.of();

    /**
     * @param indicators all that are wanted
     * @param counts whether a fact does, of those of its person
     */
    WorkOfMany(
            Map<IndicatorCode, IndicatorDocument> indicators,
            Map<String, List<Wanted>> wanted,
            Predicate<FactDocument> counts,
            BiConsumer<String, List<Measurement>> each) {
        this.indicators = indicators;
        this.wanted = wanted;
        this.counts = counts;
        this.each = each;
        this.left = new HashSet<>(wanted.keySet());
    }

    void readFrom(MongoFacts facts) {
        var days =
                wanted.values().stream().flatMap(List::stream).map(Wanted::days).toList();
        if (!days.isEmpty()) {
            var all = new Period(
                    Collections.min(days.stream().map(Period::first).toList()),
                    Collections.max(days.stream().map(Period::last).toList()));
            facts.each(wanted.keySet(), streams(), all, this::add);
            tell();
        }
        Set.copyOf(left).forEach(nobody -> {
            begin(nobody);
            tell();
        });
    }

    private Set<String> streams() {
        return indicators.values().stream().map(MongoFacts::stream).collect(Collectors.toSet());
    }

    private void add(FactDocument fact) {
        var next = Objects.requireNonNull(fact.personId());
        if (!next.equals(person)) {
            tell();
            begin(next);
        }
        if (counts.test(fact)) {
            tallies.forEach(tally -> tally.addWhereItCounts(fact));
        }
    }

    private void begin(String next) {
        person = next;
        tallies = Objects.requireNonNull(wanted.get(next)).stream()
                .map(one -> new Tally(Objects.requireNonNull(indicators.get(one.indicator())), one.scale(), one.days()))
                .toList();
    }

    private void tell() {
        var told = person;
        if (told != null) {
            left.remove(told);
            each.accept(told, tallies.stream().map(Tally::measurement).toList());
            person = null;
        }
    }
}
