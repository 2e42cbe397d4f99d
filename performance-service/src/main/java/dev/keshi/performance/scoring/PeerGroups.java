package dev.keshi.performance.scoring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which peers have been counted together about one person. Whoever is counted for the first time makes a group with those who are counted for the
 * first time with them; from then on a group counts as a whole or not at all. So everything that is ever told of what peers say of this person is made
 * of sums over whole groups, and no group is smaller than the minimum: however publications are added to and subtracted from each other, and
 * whoever is supposed to have repeated themselves, nothing comes out that is of fewer people than one mean is.
 *
 * @param groups no two have anybody in common, in the order in which they were made
 */
public record PeerGroups(List<Set<String>> groups) {

    public static final PeerGroups NONE = new PeerGroups(List.of());

    public PeerGroups {
        groups = groups.stream().map(Set::copyOf).toList();
    }

    /**
     * With those who are counted for the first time now, if they make a group and anybody is counted.
     *
     * @param gave who has rated this time
     * @param minimum of the cycle: neither is a mean of fewer told nor a smaller group made
     */
    public PeerGroups with(Set<String> gave, int minimum) {
        var fresh = fresh(gave);
        if (fresh.size() < minimum) {
            return this;
        }
        var all = new ArrayList<>(groups);
        all.add(fresh);
        return new PeerGroups(all);
    }

    /**
     * Whose ratings count, of those who have been counted before, or are by {@link #with}.
     *
     * @param minimum of the cycle: a smaller group, of a cycle that asked for fewer, does not count, else it could be told apart from the others
     * @return nobody, or so many as the minimum
     */
    public Set<String> counted(Set<String> gave, int minimum) {
        return groups.stream()
                .filter(group -> group.size() >= minimum && gave.containsAll(group))
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    private Set<String> fresh(Set<String> gave) {
        var fresh = new HashSet<>(gave);
        groups.forEach(fresh::removeAll);
        return fresh;
    }
}
