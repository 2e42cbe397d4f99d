package dev.keshi.notification.live;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.org.AccountInvitedV1;
import dev.keshi.contracts.org.AccountRolesChangedV1;
import dev.keshi.notification.Approval;
import dev.keshi.notification.NotificationServiceStarter;
import dev.keshi.notification.Reader;
import dev.keshi.notification.RunningService;
import dev.keshi.notification.TestIdentity;
import dev.keshi.notification.Wire;
import dev.keshi.test.infrastructure.RealKafka;
import dev.keshi.test.infrastructure.RealMongo;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

@RunningService
class LiveInboxIT {

    @LocalServerPort
    private int port;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private MeterRegistry meters;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private Wire wire;
    private Reader ann;
    private Reader tom;

    @BeforeEach
    void connect(RealKafka kafka) {
        wire = new Wire(kafka.bootstrap());
        ann = Reader.of(port, "ann-" + run);
        tom = Reader.of(port, "tom-" + run);
    }

    @AfterEach
    void disconnect() {
        wire.close();
    }

    @Test
    void whatHappensIsToldWhileOneListens() {
        try (var live = LiveReader.of(tom, null)) {
            eventually(() -> assertThat(live.events).hasSize(1));
            assertThat(live.events.getFirst().name()).isEqualTo("ready");
            assertThat(live.events.getFirst().data().get("resumed").asBoolean()).isFalse();

            var leave = Approval.of(ann.id());
            wire.happens(leave.assigned("manager", tom.id()), ann.id());
            eventually(() -> assertThat(live.news()).hasSize(1));
            wire.happens(leave.cancelled("manager", "WITHDRAWN"), ann.id());
            eventually(() -> assertThat(live.news()).hasSize(2));

            assertThat(live.news())
                    .extracting(event -> event.data().get("revision").asLong())
                    .containsExactly(1L, 2L);
            assertThat(live.news().getLast().data().get("settled").get("reason").asString())
                    .isEqualTo("WITHDRAWN");
            eventually(() -> assertThat(live.heartbeats).hasPositiveValue());
        }
    }

    @Test
    void whoeverComesBackMissesNothingAndGetsNothingTwiceOnWhicheverReplica(RealMongo database, RealKafka kafka) {
        try (var other = NotificationServiceStarter.another(database, kafka)) {
            var elsewhere = Reader.of(other.port(), tom.id());
            var told = new ArrayList<String>();
            String last = null;
            int happened = 0;
            for (int visit = 0; visit < 12; visit++) {
                try (var live = LiveReader.of(visit % 2 == 0 ? tom : elsewhere, last)) {
                    eventually(() -> assertThat(live.events).isNotEmpty());
                    for (int number = 0; number < 25; number++) {
                        wire.happens(Approval.of(ann.id()).assigned("desk", tom.id()), ann.id());
                        happened++;
                    }
                    int enough = Math.max(0, happened - told.size() - 15);
                    eventually(() -> assertThat(live.news()).hasSizeGreaterThanOrEqualTo(enough));
                    live.close();
                    eventually(() -> assertThat(live.ended).isTrue());
                    live.news().forEach(event -> told.add(event.notification()));
                    last = live.lastEventId();
                }
            }
            try (var live = LiveReader.of(tom, last)) {
                int expected = happened;
                eventually(() -> assertThat(told.size() + live.news().size()).isGreaterThanOrEqualTo(expected));
                live.news().forEach(event -> told.add(event.notification()));
            }
            assertThat(told).doesNotHaveDuplicates().hasSize(happened);
        }
    }

    @Test
    void twoReplicasTellTheSameInTheSameOrder(RealMongo database, RealKafka kafka) {
        try (var other = NotificationServiceStarter.another(database, kafka);
                var here = LiveReader.of(tom, null);
                var there = LiveReader.of(Reader.of(other.port(), tom.id()), null)) {
            eventually(() -> assertThat(there.events).isNotEmpty());
            eventually(() -> assertThat(here.events).isNotEmpty());
            for (int number = 0; number < 120; number++) {
                wire.happens(Approval.of(ann.id()).assigned("desk", tom.id()), ann.id());
            }
            eventually(() -> assertThat(here.news()).hasSize(120));
            eventually(() -> assertThat(there.news()).hasSize(120));
            assertThat(ids(here)).isEqualTo(ids(there)).isSorted();
        }
    }

    @Test
    void aStreamEndsWithItsToken() {
        var soon = new Reader(port, tom.id(), TestIdentity.token(tom.id(), Duration.ofSeconds(2), "EMPLOYEE"), "zh-CN");
        try (var live = LiveReader.of(soon, null)) {
            eventually(() -> assertThat(live.ended).isTrue());
            assertThat(live.events.getLast().data().get("reason").asString()).isEqualTo("token-expired");
        }
    }

    @Test
    void aStreamEndsWithTheRightsOfItsToken() {
        var account = "account-" + run;
        wire.happens(new AccountInvitedV1(account, tom.id(), List.of("EMPLOYEE"), 1), "admin");
        try (var live = LiveReader.of(tom, null)) {
            eventually(() -> assertThat(live.events).isNotEmpty());
            wire.happens(new AccountRolesChangedV1(account, tom.id(), List.of(), 2), "admin");
            eventually(() -> assertThat(live.ended).isTrue());
            assertThat(live.events.getLast().data().get("reason").asString()).isEqualTo("rights-revoked");
        }
        assertThat(tom.get("").statusCode()).isEqualTo(401);
    }

    @Test
    void onePersonCannotTakeAllStreams() {
        var open = new ArrayList<LiveReader>();
        try {
            for (int number = 0; number < 3; number++) {
                open.add(LiveReader.of(tom, null));
            }
            var refused = tom.send(
                    tom.request("/stream").header("Accept", "text/event-stream").build());
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.body()).contains("too-many-streams");
        } finally {
            open.forEach(LiveReader::close);
        }
        eventually(() -> LiveReader.of(tom, null).close());
    }

    @Test
    void aReaderWhoDoesNotReadIsDropped() throws IOException {
        var leave = Approval.of(ann.id());
        wire.happens(leave.assigned("desk", tom.id()), ann.id());
        eventually(() -> assertThat(tom.inbox()).hasSize(1));
        multiply(tom.id(), 12_000);
        eventually(() -> assertThat(open()).isZero());

        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(4_096);
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            socket.getOutputStream()
                    .write(("""
                    GET /api/notification/v1/inbox/stream HTTP/1.1
                    Host: 127.0.0.1
                    Accept: text/event-stream
                    Last-Event-ID: 0
                    Authorization: Bearer %s

                    """.formatted(tom.token())).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            eventually(() -> assertThat(open()).isEqualTo(1));
            eventually(() -> assertThat(open()).isZero());
        }
    }

    private double open() {
        return meters.get("inbox_streams_open").gauge().value();
    }

    /** Copies of the person's one notification, at places that were given out. */
    private void multiply(String personId, int count) {
        var inbox = mongo.getCollection("inbox");
        eventually(() -> assertThat(
                        inbox.find(new Document("placed.recipient", personId)).first())
                .isNotNull());
        var one = inbox.find(new Document("placed.recipient", personId)).first();
        var copies = new ArrayList<Document>();
        for (int number = 0; number < count; number++) {
            var copy = new Document(one);
            copy.put("_id", "copy-" + run + "-" + number);
            copy.put("placed", new Document("position", (long) number + 1).append("recipient", personId));
            copies.add(copy);
        }
        inbox.insertMany(copies);
    }

    private static List<Long> ids(LiveReader reader) {
        return reader.news().stream().map(event -> Long.valueOf(event.id())).collect(Collectors.toList());
    }
}
