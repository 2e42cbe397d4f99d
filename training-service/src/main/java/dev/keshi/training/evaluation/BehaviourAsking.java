package dev.keshi.training.evaluation;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.directory.Superiors;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.sweep.Swept;
import dev.keshi.service.time.EnterpriseTime;
import java.util.ArrayList;
import java.util.List;

/** Asks superiors when the time has come, and ends what was not answered in time: by people until then, and by superiors. */
final class BehaviourAsking implements Swept {

    private static final int AT_ONCE = 100;

    private final MongoFollowUps followUps;
    private final Superiors superiors;
    private final EnterpriseTime time;

    BehaviourAsking(MongoFollowUps followUps, Superiors superiors, EnterpriseTime time) {
        this.followUps = followUps;
        this.superiors = superiors;
        this.time = time;
    }

    @Override
    public String name() {
        return "behaviour-ratings";
    }

    @Override
    public String doPart(String after) {
        var due = followUps.dueBy(time.today(), after, AT_ONCE);
        each(due, FollowUpId::value, this::goOn);
        return due.size() < AT_ONCE ? DONE : due.getLast().value();
    }

    private void goOn(FollowUpId id) {
        var unused = followUps.change(id, MongoFollowUps.NAMELESS, followUp -> decide(id, followUp));
    }

    private Change<FollowUpDocument> decide(FollowUpId id, FollowUpDocument followUp) {
        if (!followUp.isDueOn(time.today())) {
            return new Change<>(followUp, List.of());
        }
        return switch (followUp.behaviour()) {
            case LATER -> asked(id, followUp);
            case ASKED -> new Change<>(followUp.lapsed(), List.of(EvaluationEvents.lapsed(id, followUp)));
            case RATED, LAPSED -> new Change<>(followUp, List.of());
        };
    }

    /** What the person has not said until now is waited for no more, though it may still be said. */
    private Change<FollowUpDocument> asked(FollowUpId id, FollowUpDocument followUp) {
        var told = new ArrayList<PublishedEvent>();
        if (!followUp.reacted()) {
            told.add(EvaluationEvents.reactionSettled(id, followUp));
        }
        var superior = superiors.superiorOf(followUp.personId());
        if (superior.isEmpty()) {
            return new Change<>(followUp.lapsed(), told);
        }
        var asked = followUp.asked(superior.get(), time.today());
        told.add(EvaluationEvents.due(id, asked));
        return new Change<>(asked, told);
    }
}
