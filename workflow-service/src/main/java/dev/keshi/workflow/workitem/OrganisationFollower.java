package dev.keshi.workflow.workitem;

import dev.keshi.directory.Access;
import dev.keshi.directory.Directory;
import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.CommandContext;
import dev.keshi.service.time.EnterpriseTime;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings work items up to date with the organisation when somebody moves, leaves or comes back, or a department gets another leader.
 * Replicas need no lease for it: each work item reads what is so within its own compare-and-set, so of two that do it at the same time
 * the one who writes last has read last, and whoever comes second finds nothing to do.
 */
final class OrganisationFollower {

    private static final Logger log = LoggerFactory.getLogger(OrganisationFollower.class);
    private static final CommandContext CONTEXT = CommandContext.of("system:workflow-service");
    private static final int BATCH = 200;

    /** The copy of the organisation may still lack the event, or a work item could not be changed. */
    private static final Duration UNTIL_KNOWN = Duration.ofSeconds(2);

    /** Work that was given to somebody at the very moment: who gave it had read the organisation before, and wrote after. */
    private static final Duration UNTIL_SLOW_ONES_ARE_DONE = Duration.ofMinutes(5);

    private final MongoOrganisationNews news;
    private final MongoConcerned concerned;
    private final MongoWorkItems items;
    private final Standings standings;
    private final Directory directory;
    private final Access access;
    private final EnterpriseTime time;

    OrganisationFollower(
            MongoOrganisationNews news,
            MongoConcerned concerned,
            MongoWorkItems items,
            Standings standings,
            Directory directory,
            Access access,
            EnterpriseTime time) {
        this.news = news;
        this.concerned = concerned;
        this.items = items;
        this.standings = standings;
        this.directory = directory;
        this.access = access;
        this.time = time;
    }

    /** @return whether no more than that is left */
    boolean follow() {
        var some = news.waiting(time.now(), BATCH);
        some.forEach(this::follow);
        return some.size() < BATCH;
    }

    /** News that cannot be followed now holds up no other. */
    private void follow(MongoOrganisationNews.News one) {
        if (!isKnown(one) || !followAll(one)) {
            news.followAgain(one, false, time.now().plus(UNTIL_KNOWN));
        } else if (one.followed()) {
            news.forget(one);
        } else {
            news.followAgain(one, true, time.now().plus(UNTIL_SLOW_ONES_ARE_DONE));
        }
    }

    private boolean isKnown(MongoOrganisationNews.News one) {
        return one.person()
                        .map(person -> directory.knowsPerson(person, one.sequence()))
                        .orElse(true)
                && one.department()
                        .map(department -> directory.knowsDepartment(department, one.sequence()))
                        .orElse(true);
    }

    /** One that cannot be changed now holds up no other. */
    private boolean followAll(MongoOrganisationNews.News one) {
        boolean all = true;
        for (var search : one.person()
                .map(concerned::byPerson)
                .orElseGet(() -> concerned.byDepartments(
                        access.departmentsEverWithin(one.department().orElseThrow())))) {
            var page = search.after("", BATCH);
            while (!page.isEmpty()) {
                for (var id : page) {
                    all &= bringUpToDate(id);
                }
                page = search.after(page.getLast().value(), BATCH);
            }
        }
        return all;
    }

    private boolean bringUpToDate(WorkItemId id) {
        try {
            var now = Moment.now(time);
            var unused = items.change(id, CONTEXT, item -> standings.of(item).follow(item, now));
            return true;
        } catch (AggregateFailure later) {
            log.warn("Work item {} follows the organisation with the next attempt: {}", id, later.getMessage());
            return false;
        }
    }
}
