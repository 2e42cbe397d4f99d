package dev.keshi.training.trainee;

import dev.keshi.messaging.sweep.Swept;
import dev.keshi.service.time.EnterpriseTime;
import java.util.List;
import java.util.Set;

/**
 * Has those of whom something became known followed, one person after the other. A sweep, though events leave it: one replica at a time is to
 * do it, and a figure counts only when it has stood for a while.
 */
final class TraineeNews implements Swept {

    private static final int AT_ONCE = 100;

    private final MongoTraineeFacts facts;
    private final List<TraineeFollower> followers;
    private final EnterpriseTime time;

    TraineeNews(MongoTraineeFacts facts, List<TraineeFollower> followers, EnterpriseTime time) {
        this.facts = facts;
        this.followers = List.copyOf(followers);
        this.time = time;
    }

    @Override
    public String name() {
        return "trainee-news";
    }

    @Override
    public String doPart(String after) {
        var people = facts.peopleWithNews(after, AT_ONCE);
        each(people, person -> person, this::follow);
        return people.size() < AT_ONCE ? DONE : people.getLast();
    }

    /**
     * Only the facts that were looked at as news count as followed: one that arrived meanwhile is news, also when it is news before it is
     * kept. Of whom nothing can be done now is left to the next sweep, and the others do not wait for that.
     */
    private void follow(String personId) {
        var news = facts.newsOf(personId);
        var known = facts.of(personId, time.now(), time.today());
        var fresh = known.stream()
                .filter(KnownFact::counts)
                .filter(fact -> news.contains(fact.id()))
                .toList();
        var moving = known.stream().filter(fact -> !fact.counts()).toList();
        var trainee = new Trainee(personId, factsIn(known), Set.copyOf(factsIn(fresh)), Set.copyOf(factsIn(moving)));
        var done = true;
        for (var follower : followers) {
            done &= follower.follow(trainee);
        }
        if (done) {
            facts.followed(fresh);
        }
    }

    private static List<TraineeFact> factsIn(List<KnownFact> known) {
        return known.stream().map(KnownFact::fact).toList();
    }
}
