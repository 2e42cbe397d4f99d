package dev.keshi.events.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.EventCatalogue;
import dev.keshi.contracts.Topics;
import dev.keshi.contracts.org.PersonHiredV1;
import dev.keshi.events.client.EventSubscription;
import dev.keshi.events.client.GapRule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class GoldenEventsTest {

    @Test
    void aGoldenEventIsTypedAndComplete() {
        assertThat(GoldenEvents.of(PersonHiredV1.class).hiredOn()).isNotNull();
        assertThat(GoldenEvents.json(PersonHiredV1.class)).contains("\"personId\"");
        assertThat(GoldenEvents.types()).hasSameSizeAs(EventCatalogue.all());
    }

    @Test
    void aStoryHasManyAggregatesOfOneExample() {
        var records = EventStory.of(2, 1, List.of(PersonHiredV1.class)).records();

        assertThat(records).extracting(StoryRecord::key).containsExactly("golden-org-person-1", "golden-org-person-2");
        assertThat(new String(records.getLast().value(), StandardCharsets.UTF_8))
                .contains("\"personId\":\"golden-org-person-2\"");
    }

    @Test
    void theSameSeedTellsTheSameStory() {
        var one =
                EventStory.of(3, 7, GoldenEvents.types()).shuffledBetweenKeys().withOldSequencesAgain();
        var other =
                EventStory.of(3, 7, GoldenEvents.types()).shuffledBetweenKeys().withOldSequencesAgain();

        assertThat(one.records()).hasToString(other.records().toString());
    }

    @TestFactory
    Stream<DynamicTest> theClientReadsEveryGoldenEventThatIsForSubscribers() {
        return EventCatalogue.all().stream()
                .filter(contract -> !contract.topic().equals(Topics.PERSON_KEYS))
                .map(contract -> DynamicTest.dynamicTest(contract.type(), () -> {
                    var store = new InMemoryStore();
                    var subscription = EventSubscription.named("test")
                            .remembering(store)
                            .gaps(GapRule.ACCEPT)
                            .on(contract.record(), (event, rows) -> rows.put(event.key(), event.data()));
                    var record = EventStory.of(1, 1, List.of(contract.record()))
                            .records()
                            .getFirst();

                    SubscriptionUnderTest.of(subscription, store::content).receive(record.toConsumerRecord(0));

                    assertThat(store.content()).hasSize(1);
                }));
    }
}
