package dev.keshi.workflow.workplan;

import dev.keshi.workflow.workplan.WorkPlanDocument.Entry;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The entries of a plan by their ids. */
final class PlannedEntries {

    private PlannedEntries() {}

    static Optional<Entry> find(List<Entry> entries, String id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** @throws WorkPlanProblem when it names entries that the plan does not have, or one twice */
    static void require(PlanContent next, List<Entry> entries) {
        var unknown = places(
                next,
                entry -> entry.id().filter(id -> find(entries, id).isEmpty()).isPresent());
        if (!unknown.isEmpty()) {
            throw new WorkPlanProblem.UnknownEntries(unknown);
        }
        var seen = new HashSet<String>();
        var twice = places(next, entry -> entry.id().filter(id -> !seen.add(id)).isPresent());
        if (!twice.isEmpty()) {
            throw new WorkPlanProblem.EntriesTwice(twice);
        }
    }

    /** Places of those of which it holds. */
    static List<Integer> places(PlanContent content, Predicate<PlanContent.Entry> which) {
        return IntStream.range(0, content.entries().size())
                .filter(place -> which.test(content.entries().get(place)))
                .boxed()
                .toList();
    }
}
