package dev.keshi.training.trainee;

import dev.keshi.messaging.sweep.Swept;
import dev.keshi.service.time.EnterpriseTime;

/** Makes figures news when they begin to count. To do it again changes nothing. */
final class StandingFigures implements Swept {

    private final MongoTraineeFacts facts;
    private final EnterpriseTime time;

    StandingFigures(MongoTraineeFacts facts, EnterpriseTime time) {
        this.facts = facts;
        this.time = time;
    }

    @Override
    public String name() {
        return "standing-figures";
    }

    @Override
    public String doPart(String after) {
        facts.figuresCount(time.now());
        return DONE;
    }
}
