package dev.keshi.performance.cycle;

import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import dev.keshi.messaging.sweep.Swept;
import dev.keshi.performance.population.OrganisationQueries;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Ends the waiting for interviews with people who have left. Only the waiting: what came out stays, and whoever may talk with them still may.
 */
final class InterviewsOfLeavers implements Swept {

    /** Nobody waits for it, and it goes over all whose interview is still to be held. */
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

    /** @param after the last of the people who were looked at */
    @Override
    public String doPart(String after) {
        var people = appraisals.peopleOfDueInterviews(after, PEOPLE_AT_ONCE);
        var left = organisation.left(Set.copyOf(people));
        if (!left.isEmpty()) {
            endAll(left);
        }
        return people.size() < PEOPLE_AT_ONCE ? DONE : people.getLast();
    }

    private void endAll(Set<String> left) {
        var last = "";
        List<Versioned<AppraisalDocument>> part;
        do {
            part = appraisals.dueInterviewsWith(left, last, APPRAISALS_AT_ONCE);
            each(part, Versioned::id, this::end);
            last = part.isEmpty() ? last : part.getLast().id();
        } while (part.size() == APPRAISALS_AT_ONCE);
    }

    private void end(Versioned<AppraisalDocument> one) {
        var id = new AppraisalId(one.id());
        var unused = appraisals.change(id, CONTEXT, before -> {
            var after = before.withoutInterview();
            return new Change<>(after, before.isInterviewDue() ? List.of(CycleEvents.lapsed(id, after)) : List.of());
        });
    }
}
