package dev.keshi.training.evaluation;

import dev.keshi.training.trainee.Trainee;
import dev.keshi.training.trainee.TraineeFact;
import dev.keshi.training.trainee.TraineeFollower;

/** Whoever has learned something is asked what it was like, and the superior some weeks later what it changed. */
final class LearnedFollowUps implements TraineeFollower {

    private final MongoFollowUps followUps;

    LearnedFollowUps(MongoFollowUps followUps) {
        this.followUps = followUps;
    }

    /** Who has left, or is not known to work anywhere yet, is asked nothing. */
    @Override
    public boolean follow(Trainee trainee) {
        trainee.facts().stream()
                .filter(TraineeFact.Learned.class::isInstance)
                .map(TraineeFact.Learned.class::cast)
                .forEach(learned -> trainee.works().ifPresent(works -> begin(trainee.personId(), works, learned)));
        return true;
    }

    private void begin(String personId, TraineeFact.Works works, TraineeFact.Learned learned) {
        followUps.createMissing(
                FollowUpId.of(personId, learned.reference()),
                FollowUpDocument.begun(
                        personId, works.departmentId(), learned.courseCode(), learned.reference(), learned.on()));
    }
}
