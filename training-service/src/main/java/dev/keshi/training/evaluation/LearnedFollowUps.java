package dev.keshi.training.evaluation;

import dev.keshi.service.time.EnterpriseTime;
import dev.keshi.training.organisation.OrganisationQueries;
import dev.keshi.training.trainee.Trainee;
import dev.keshi.training.trainee.TraineeFact;
import dev.keshi.training.trainee.TraineeFollower;

/** Whoever has learned something is asked what it was like, and the superior some weeks later what it changed. */
final class LearnedFollowUps implements TraineeFollower {

    private final MongoFollowUps followUps;
    private final OrganisationQueries organisation;
    private final EnterpriseTime time;

    LearnedFollowUps(MongoFollowUps followUps, OrganisationQueries organisation, EnterpriseTime time) {
        this.followUps = followUps;
        this.organisation = organisation;
        this.time = time;
    }

    /** Who does not work here is asked nothing. */
    @Override
    public boolean follow(Trainee trainee) {
        organisation
                .departmentIfEmployed(trainee.personId())
                .ifPresent(department -> trainee.facts().stream()
                        .filter(TraineeFact.Learned.class::isInstance)
                        .map(TraineeFact.Learned.class::cast)
                        .forEach(learned -> begin(trainee.personId(), department, learned)));
        return true;
    }

    private void begin(String personId, String departmentId, TraineeFact.Learned learned) {
        var id = FollowUpId.of(personId, learned.reference());
        var today = time.today();
        var begun = FollowUpDocument.begun(
                personId, departmentId, learned.courseCode(), learned.reference(), learned.on(), today);
        followUps.createMissing(id, begun, EvaluationEvents.reactionAsked(id, begun, begun.reactionDueOn(today)));
    }
}
