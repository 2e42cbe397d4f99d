package dev.keshi.notification.inbox;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.notification.Reader;
import dev.keshi.notification.RunningService;
import dev.keshi.notification.Wire;
import dev.keshi.notification.WorkOfAnn;
import dev.keshi.test.infrastructure.RealKafka;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Work items in people's inboxes, on a real store and broker. */
@RunningService
class WorkItemInboxIT {

    @LocalServerPort
    private int port;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private Wire wire;
    private Reader ann;
    private Reader tom;
    private WorkOfAnn work;

    @BeforeEach
    void connect(RealKafka kafka) {
        wire = new Wire(kafka.bootstrap());
        ann = Reader.of(port, "ann-" + run);
        tom = Reader.of(port, "tom-" + run);
        work = WorkOfAnn.of(ann.id(), tom.id());
    }

    @AfterEach
    void disconnect() {
        wire.close();
    }

    @Test
    void workWaitsForWhoeverHasToMoveAndForNobodyWhenItIsDone() {
        happens(work.assigned());
        eventually(() -> assertThat(waiting(ann)).containsExactly("work-item-assigned"));
        assertThat(ann.inbox().getFirst().get("text").asString()).isEqualTo("某位同事交办“整理三月客户反馈”，截止2026-04-10。");
        assertThat(ann.inbox().getFirst().get("subject").get("workItemId").asString())
                .isEqualTo(work.id());

        happens(work.reported());
        eventually(() -> assertThat(waiting(tom)).containsExactly("work-item-reported"));
        assertThat(waiting(ann)).isEmpty();

        happens(work.returned(tom.id()));
        eventually(() -> assertThat(waiting(ann)).containsExactly("work-item-returned"));
        assertThat(waiting(tom)).isEmpty();
        assertThat(ann.unread()).isEqualTo(1);

        happens(work.late());
        eventually(() -> assertThat(waiting(ann)).containsExactly("work-item-late"));
        eventually(() -> assertThat(templates(tom)).contains("assigned-work-item-late"));

        happens(work.reported());
        happens(work.completed(tom.id()));
        eventually(() -> assertThat(templates(ann)).containsExactly("work-item-accepted", "work-item-late"));
        assertThat(waiting(ann)).isEmpty();
        eventually(() -> assertThat(waiting(tom)).isEmpty());
    }

    @Test
    void aTransferAndACancellationTakeItAway() {
        var rita = Reader.of(port, "rita-" + run);
        happens(work.assigned());
        happens(work.transferred(rita.id(), tom.id()));
        eventually(() -> assertThat(waiting(rita)).containsExactly("work-item-given"));
        eventually(() -> assertThat(waiting(ann)).isEmpty());

        happens(work.cancelled(tom.id()));
        eventually(() -> assertThat(waiting(rita)).isEmpty());
        assertThat(rita.speaking("en")
                        .inbox()
                        .getFirst()
                        .get("settled")
                        .get("text")
                        .asString())
                .isEqualTo("Cancelled by a colleague; there is nothing to do.");
    }

    @Test
    void whatSomebodyWhoLeftHasNotDoneWaitsForTheLeaderInTheInboxAndAmongObligations() {
        var rita = Reader.of(port, "rita-" + run);
        happens(work.assigned());
        eventually(() -> assertThat(ann.duties()).hasSize(1));

        happens(work.handedOver("OPEN", rita.id(), "OWNER_LEFT"));
        eventually(() -> assertThat(waiting(rita)).containsExactly("work-item-left-behind"));
        eventually(() -> assertThat(waiting(ann)).isEmpty());
        eventually(() -> assertThat(rita.duties()).hasSize(1));
        assertThat(ann.duties()).isEmpty();
        assertThat(rita.speaking("en").inbox().getFirst().get("text").asString())
                .isEqualTo("A colleague has left; “整理三月客户反馈”, due 2026-04-10, is not done. Pass it to somebody else or"
                        + " cancel it.");

        happens(work.transferred(tom.id(), rita.id()));
        eventually(() -> assertThat(waiting(tom)).containsExactly("work-item-given"));
        eventually(() -> assertThat(waiting(rita)).isEmpty());
        eventually(() -> assertThat(rita.duties()).isEmpty());
    }

    private void happens(PublishedEvent event) {
        wire.happens(event, tom.id());
    }

    private static List<String> waiting(Reader reader) {
        return templates(reader.items("?waiting=true"));
    }

    private static List<String> templates(Reader reader) {
        return templates(reader.inbox());
    }

    private static List<String> templates(List<JsonNode> items) {
        return items.stream().map(item -> item.get("template").asString()).toList();
    }
}
