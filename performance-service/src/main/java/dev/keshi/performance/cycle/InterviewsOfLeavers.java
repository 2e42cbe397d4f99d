package dev.keshi.performance.cycle;

import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import dev.keshi.messaging.sweep.Swept;
import dev.keshi.performance.population.OrganisationQueries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Ends the waiting for interviews with people who have left. Only the waiting: what came out stays, and whoever may talk with them still may.
 */
final class InterviewsOfLeavers implements Swept {

    /** Nobody waits for it, and it reads who all the people are. */
    private static final Duration EVERY = Duration.ofSeconds(30);

    private static final int PEOPLE_AT_ONCE = 1_000;
    private static final int APPRAISALS_AT_ONCE = 200;
    private static final CommandContext CONTEXT = CommandContext.of("system:interviews-of-leavers");

    private final Appraisals appraisals;
    private final OrganisationQueries organisation;

    InterviewsOfLeavers(Appraisals appraisals, OrganisationQueries organisation) {
        this.appraisals = appraisals;
        this.organisation = organisation;
    }

    @Override
    public String name() {
        return "interviews-of-leavers";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    /** @param after the last appraisal that was looked at */
    @Override
    public String doPart(String after) {
        var left = left(List.copyOf(appraisals.peopleOfDueInterviews()));
        if (left.isEmpty()) {
            return DONE;
        }
        var part = appraisals.dueInterviewsWith(left, after, APPRAISALS_AT_ONCE);
        part.forEach(this::end);
        return part.size() < APPRAISALS_AT_ONCE ? DONE : part.getLast().id();
    }

    private Collection<String> left(List<String> people) {
        var left = new ArrayList<String>();
        for (int from = 0; from < people.size(); from += PEOPLE_AT_ONCE) {
            left.addAll(organisation.left(people.subList(from, Math.min(from + PEOPLE_AT_ONCE, people.size()))));
        }
        return left;
    }

    private void end(Versioned<AppraisalDocument> one) {
        var id = new AppraisalId(one.id());
        try {
            var unused = appraisals.change(id, CONTEXT, before -> {
                var after = before.withoutInterview();
                return new Change<>(
                        after, before.isInterviewDue() ? List.of(CycleEvents.lapsed(id, after)) : List.of());
            });
        } catch (AggregateFailure.NotFound | AggregateFailure.Contended later) {
            // The next look sees it again, if it still is to be held.
        }
    }
}
