package dev.keshi.performance.cycle;

import dev.keshi.performance.scoring.PeerGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which peers were counted together about one person, and of which views of that person what is counted is decided. It is told to nobody, like the
 * ratings.
 *
 * @param groups in the order in which they were made
 */
record PeerGroupsDocument(List<Group> groups, List<Decision> decisions) {

    static final PeerGroupsDocument NONE = new PeerGroupsDocument(List.of(), List.of());

    PeerGroupsDocument {
        groups = List.copyOf(groups);
        decisions = List.copyOf(decisions);
    }

    record Group(List<String> raterIds) {
        Group {
            raterIds = List.copyOf(raterIds);
        }
    }

    /**
     * Once, because personnel have seen what came of it from then on, also when it is never published.
     *
     * @param stay which of the positions held, from 0
     */
    record Decision(String appraisalId, int stay, List<String> raterIds) {
        Decision {
            raterIds = List.copyOf(raterIds);
        }
    }

    /** Whose ratings count; empty where that is not decided. */
    Optional<Set<String>> counted(String appraisalId, int stay) {
        return decisions.stream()
                .filter(one -> one.appraisalId().equals(appraisalId) && one.stay() == stay)
                .map(one -> Set.copyOf(one.raterIds()))
                .findFirst();
    }

    /** @param gave who has rated as a peer; at least so many as the minimum */
    PeerGroupsDocument decided(String appraisalId, int stay, Set<String> gave, int minimum) {
        if (counted(appraisalId, stay).isPresent()) {
            return this;
        }
        var now = new PeerGroups(
                        groups.stream().map(one -> Set.copyOf(one.raterIds())).toList())
                .with(gave, minimum);
        var all = new ArrayList<>(decisions);
        all.add(new Decision(appraisalId, stay, inOrder(now.counted(gave, minimum))));
        return new PeerGroupsDocument(
                now.groups().stream().map(one -> new Group(inOrder(one))).toList(), all);
    }

    private static List<String> inOrder(Set<String> raters) {
        return raters.stream().sorted().collect(Collectors.toList());
    }
}
