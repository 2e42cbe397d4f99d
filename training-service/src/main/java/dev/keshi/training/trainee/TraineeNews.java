package dev.keshi.training.trainee;

import dev.keshi.messaging.AggregateFailure;
import dev.keshi.training.sweep.Swept;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has those of whom something became known followed, one person after the other. */
final class TraineeNews implements Swept {

    private static final Logger log = LoggerFactory.getLogger(TraineeNews.class);
    private static final int AT_ONCE = 100;

    private final MongoTraineeFacts facts;
    private final List<TraineeFollower> followers;

    TraineeNews(MongoTraineeFacts facts, List<TraineeFollower> followers) {
        this.facts = facts;
        this.followers = List.copyOf(followers);
    }

    @Override
    public String name() {
        return "trainee-news";
    }

    @Override
    public String doPart(String after) {
        var people = facts.peopleWithNews(after, AT_ONCE);
        people.forEach(this::follow);
        return people.size() < AT_ONCE ? DONE : people.getLast();
    }

    /**
     * Only the facts that were looked at count as followed: one that arrived meanwhile is news. Of whom nothing can be done now is left to
     * the next sweep, and the others do not wait for that.
     */
    private void follow(String personId) {
        var known = facts.of(personId);
        var trainee = new Trainee(personId, known.stream().map(KnownFact::fact).toList());
        try {
            var done = true;
            for (var follower : followers) {
                done &= follower.follow(trainee);
            }
            if (done) {
                facts.followed(known.stream().map(KnownFact::id).toList());
            }
        } catch (AggregateFailure | IllegalStateException | IllegalArgumentException later) {
            log.warn("What is new about {} is followed with the next sweep", personId, later);
        }
    }
}
