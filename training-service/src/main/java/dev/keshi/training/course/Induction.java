package dev.keshi.training.course;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whose induction a course belongs to.
 *
 * @param everybody whoever is hired
 * @param positions codes of positions, or of the role templates they were made from
 */
public record Induction(boolean everybody, SortedSet<String> positions) {

    public static final Induction NONE = new Induction(false, new TreeSet<>());

    public Induction {
        positions = Collections.unmodifiableSortedSet(new TreeSet<>(positions));
    }

    public boolean isFor(Collection<String> namesOfPosition) {
        return everybody || namesOfPosition.stream().anyMatch(positions::contains);
    }
}
