package dev.keshi.training.evaluation;

import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.sweep.Swept;
import dev.keshi.service.time.EnterpriseTime;
import dev.keshi.training.organisation.OrganisationQueries;
import java.util.List;

/** Asks superiors when the time has come, and ends what was not answered in time. */
final class BehaviourAsking implements Swept {

    private static final int AT_ONCE = 100;

    private final MongoFollowUps followUps;
    private final OrganisationQueries organisation;
    private final EnterpriseTime time;

    BehaviourAsking(MongoFollowUps followUps, OrganisationQueries organisation, EnterpriseTime time) {
        this.followUps = followUps;
        this.organisation = organisation;
        this.time = time;
    }

    @Override
    public String name() {
        return "behaviour-ratings";
    }

    @Override
    public String doPart(String after) {
        var due = followUps.dueBy(time.today(), after, AT_ONCE);
        due.forEach(this::goOn);
        return due.size() < AT_ONCE ? DONE : due.getLast().value();
    }

    private void goOn(FollowUpId id) {
        try {
            var unused = followUps.change(id, CommandContext.of("system:evaluation"), followUp -> decide(id, followUp));
        } catch (AggregateFailure.NotFound | AggregateFailure.Contended later) {
            // The next sweep sees it again, if it is still there.
        }
    }

    private Change<FollowUpDocument> decide(FollowUpId id, FollowUpDocument followUp) {
        if (!followUp.isDueOn(time.today())) {
            return new Change<>(followUp, List.of());
        }
        return switch (followUp.behaviour()) {
            case LATER ->
                organisation
                        .superiorOf(followUp.personId())
                        .map(superior -> asked(id, followUp.asked(superior, time.today())))
                        .orElseGet(() -> new Change<>(followUp.lapsed(), List.of()));
            case ASKED, RATED, LAPSED -> new Change<>(followUp.lapsed(), List.of());
        };
    }

    private static Change<FollowUpDocument> asked(FollowUpId id, FollowUpDocument asked) {
        return new Change<>(asked, List.of(EvaluationEvents.due(id, asked)));
    }
}
