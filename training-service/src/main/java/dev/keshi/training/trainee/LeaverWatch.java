package dev.keshi.training.trainee;

/**
 * Whoever gives somebody something asks before whether that person works here, and writes after. That the person left may be followed in
 * between, and would find nothing yet; so what was given is told here once it is written, and followed again.
 */
public class LeaverWatch {

    private final MongoTraineeFacts facts;

    LeaverWatch(MongoTraineeFacts facts) {
        this.facts = facts;
    }

    /** The person was given something. Where nothing says that the person left, whatever does arrive will be followed after this. */
    public void gave(String personId) {
        facts.followLeavingAgain(personId);
    }
}
