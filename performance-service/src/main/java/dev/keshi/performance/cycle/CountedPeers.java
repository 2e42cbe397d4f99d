package dev.keshi.performance.cycle;

import dev.keshi.messaging.Versioned;
import dev.keshi.performance.scoring.RaterKind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Leaves out of the ratings that were given those of peers who do not count: no comparison of publications may come down to one of them
 * (ADR 0017). Where fewer than the minimum have rated nothing is decided, because scoring leaves them out anyhow.
 */
record CountedPeers(PeerGroupings groupings) {

    private static final Comparator<View> IN_ORDER =
            Comparator.comparing(View::appraisalId).thenComparingInt(View::stay);

    /** A position that somebody held in a cycle. */
    private record View(String personId, String appraisalId, int stay) {

        private static View of(RatingDocument rating) {
            return new View(rating.subjectId(), rating.appraisalId(), rating.stay());
        }
    }

    /**
     * Decides who counts, where that has not been done yet.
     *
     * @param given by appraisal
     * @param minimum of the cycle
     */
    Map<String, List<Versioned<RatingDocument>>> decided(
            Map<String, List<Versioned<RatingDocument>>> given, int minimum) {
        var nameless = withoutSuperiors(given);
        var enough = new TreeMap<View, Set<String>>(IN_ORDER);
        peers(nameless).forEach((view, gave) -> {
            if (gave.size() >= minimum) {
                enough.put(view, gave);
            }
        });
        var views = enough.keySet().stream().collect(Collectors.groupingBy(View::personId));
        var groups = views.isEmpty()
                ? Map.<String, PeerGroupsDocument>of()
                : groupings.change(views.keySet(), (person, before) -> {
                    var now = before;
                    for (var view : Objects.requireNonNull(views.get(person))) {
                        now = now.decided(
                                view.appraisalId(), view.stay(), Objects.requireNonNull(enough.get(view)), minimum);
                    }
                    return now;
                });
        return counting(nameless, view -> counted(groups, view));
    }

    /** As it was decided; whoever rated before anything was counts. @param people whose appraisals these are, whether or not peers have rated them */
    Map<String, List<Versioned<RatingDocument>>> asDecided(
            Map<String, List<Versioned<RatingDocument>>> given, Set<String> people) {
        var known = groupings.of(people);
        return counting(withoutSuperiors(given), view -> counted(known, view));
    }

    private static Optional<Set<String>> counted(Map<String, PeerGroupsDocument> groups, View view) {
        return Optional.ofNullable(groups.get(view.personId()))
                .flatMap(known -> known.counted(view.appraisalId(), view.stay()));
    }

    /**
     * Whoever was asked as a peer and then, because the person has moved, as the superior, has said by name what could be taken off the mean of the
     * others.
     */
    private static Map<String, List<Versioned<RatingDocument>>> withoutSuperiors(
            Map<String, List<Versioned<RatingDocument>>> given) {
        return given.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> withoutSuperiors(one.getValue())));
    }

    private static List<Versioned<RatingDocument>> withoutSuperiors(List<Versioned<RatingDocument>> given) {
        var named = given.stream()
                .map(Versioned::state)
                .filter(rating -> rating.kind() == RaterKind.SUPERIOR)
                .map(RatingDocument::raterId)
                .collect(Collectors.toSet());
        return given.stream()
                .filter(rating -> rating.state().kind() != RaterKind.PEER
                        || !named.contains(rating.state().raterId()))
                .toList();
    }

    private static Map<View, Set<String>> peers(Map<String, List<Versioned<RatingDocument>>> given) {
        var peers = new HashMap<View, Set<String>>();
        given.values().stream()
                .flatMap(List::stream)
                .map(Versioned::state)
                .filter(rating -> rating.kind() == RaterKind.PEER)
                .forEach(rating -> Objects.requireNonNull(peers.computeIfAbsent(View.of(rating), _ -> new HashSet<>()))
                        .add(rating.raterId()));
        return peers;
    }

    /** @param counted all of them where nothing is said */
    private static Map<String, List<Versioned<RatingDocument>>> counting(
            Map<String, List<Versioned<RatingDocument>>> given, Function<View, Optional<Set<String>>> counted) {
        return given.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        one -> one.getValue().stream()
                                .filter(rating -> counts(rating.state(), counted))
                                .toList()));
    }

    private static boolean counts(RatingDocument rating, Function<View, Optional<Set<String>>> counted) {
        return rating.kind() != RaterKind.PEER
                || counted.apply(View.of(rating))
                        .map(raters -> raters.contains(rating.raterId()))
                        .orElse(true);
    }
}
