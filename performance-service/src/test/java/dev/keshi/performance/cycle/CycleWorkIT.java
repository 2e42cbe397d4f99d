package dev.keshi.performance.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.performance.RunningService;
import dev.keshi.performance.cycle.CycleWork.Place;
import dev.keshi.performance.cycle.CycleWork.Progress;
import dev.keshi.test.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Who goes on with a step, and from where. */
@RunningService
class CycleWorkIT {

    @Autowired
    private CycleWork work;

    @Autowired
    private MongoTemplate mongo;

    private final CycleId id = new CycleId("c-" + UUID.randomUUID());

    @Test
    void theNextHolderBeginsWhereThePlaceWasKeptAndTheOldOneCannotGoOn() {
        var first = work.lease(id, CycleStatus.OPENING, "first", Duration.ofMillis(1))
                .orElseThrow();
        Eventually.holds(() -> work.lease(id, CycleStatus.OPENING, "second", Duration.ofMinutes(1))
                .isPresent());

        assertThat(work.lease(id, CycleStatus.OPENING, "third", Duration.ofMinutes(1)))
                .isEmpty();
        assertThat(work.save(first.at(new Place("somebody", 200)), Duration.ofMinutes(1)))
                .isFalse();
        assertThat(work.progress(id, CycleStatus.OPENING)).contains(new Progress(Place.BEGIN, 0));
    }

    @Test
    void aPartThatTookLongerThanTheLeaseIsKeptWhereNobodyElseHasBegunIt() {
        var slow = work.lease(id, CycleStatus.SCORING, "slow", Duration.ofMillis(1))
                .orElseThrow();
        Eventually.holds(() -> mongo.getCollection("cycle_work")
                        .countDocuments(new Document("_id", id.value() + ":SCORING")
                                .append("$expr", new Document("$lte", List.of("$lease.until", "$$NOW"))))
                == 1);

        assertThat(work.save(slow.at(new Place("somebody", 500)), Duration.ofMinutes(1)))
                .isTrue();

        assertThat(work.progress(id, CycleStatus.SCORING)).contains(new Progress(new Place("somebody", 500), 0));
        assertThat(work.lease(id, CycleStatus.SCORING, "other", Duration.ofMinutes(1)))
                .isEmpty();
    }

    @Test
    void whatHasFailedIsKeptFromEverybodyForAWhileAndCountedUntilItGoesOn() {
        var first = work.lease(id, CycleStatus.SCORING, "first", Duration.ofMinutes(1))
                .orElseThrow();

        work.failed(first, Duration.ofMillis(1));
        var failedBefore = new ArrayList<Integer>();
        Eventually.holds(() -> work.lease(id, CycleStatus.SCORING, "second", Duration.ofMinutes(1))
                .map(second -> failedBefore.add(second.failures()))
                .orElse(false));
        work.failed(first, Duration.ofMillis(1));

        assertThat(failedBefore).containsExactly(1);
        assertThat(work.lease(id, CycleStatus.SCORING, "third", Duration.ofMinutes(1)))
                .as("whoever has lost it has nothing to say")
                .isEmpty();
        work.beginAnew(id, CycleStatus.SCORING);
        assertThat(work.progress(id, CycleStatus.SCORING)).contains(new Progress(Place.BEGIN, 0));
    }

    @Test
    void aStepThatBeginsAnewIsLostToWhoeverHeldItBefore() {
        var paused = work.lease(id, CycleStatus.CLOSING, "paused", Duration.ofMinutes(1))
                .orElseThrow();
        assertThat(work.save(paused.at(new Place("somebody", 200)), Duration.ofMinutes(1)))
                .isTrue();

        work.beginAnew(id, CycleStatus.CLOSING);
        var again = work.lease(id, CycleStatus.CLOSING, "again", Duration.ofMinutes(1))
                .orElseThrow();

        assertThat(again.place()).isEqualTo(Place.BEGIN);
        assertThat(work.save(paused, Duration.ofMinutes(1))).isFalse();
        assertThat(work.save(again, Duration.ofMinutes(1))).isTrue();
    }
}
