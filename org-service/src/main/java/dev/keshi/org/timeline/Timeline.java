package dev.keshi.org.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SequencedCollection;

/** Facts of one kind in the order of their days; each holds until the next one begins. At most one begins on a day. */
public record Timeline<T>(List<Fact<T>> facts) {

    public Timeline {
        facts = List.copyOf(facts);
        for (int i = 1; i < facts.size(); i++) {
            if (!facts.get(i - 1).from().isBefore(facts.get(i).from())) {
                throw new IllegalArgumentException("Facts out of order: "
                        + facts.get(i - 1).from() + ", " + facts.get(i).from());
            }
        }
    }

    public static <T> Timeline<T> empty() {
        return new Timeline<>(List.of());
    }

    public static <T> Timeline<T> from(LocalDate day, T value) {
        return new Timeline<>(List.of(new Fact<>(day, value)));
    }

    /** What holds on a day; empty before the first fact. */
    public Optional<T> on(LocalDate day) {
        return factOn(day).map(Fact::value);
    }

    /** The fact that holds on a day, with the day it began. */
    public Optional<Fact<T>> factOn(LocalDate day) {
        return facts.reversed().stream()
                .filter(fact -> !fact.from().isAfter(day))
                .findFirst();
    }

    /** The fact that begins exactly on a day. */
    public Optional<T> beginningOn(LocalDate day) {
        return facts.stream()
                .filter(fact -> fact.from().equals(day))
                .map(Fact::value)
                .findFirst();
    }

    /** With another fact; it replaces the one that begins on the same day. */
    public Timeline<T> with(LocalDate day, T value) {
        var all = new ArrayList<Fact<T>>(facts.size() + 1);
        facts.stream().filter(fact -> !fact.from().equals(day)).forEach(all::add);
        all.add(new Fact<>(day, value));
        all.sort(Comparator.comparing(Fact::from));
        return new Timeline<>(all);
    }

    /** The days on which something begins. */
    public SequencedCollection<LocalDate> days() {
        return facts.stream().map(Fact::from).toList();
    }

    public boolean isEmpty() {
        return facts.isEmpty();
    }
}
