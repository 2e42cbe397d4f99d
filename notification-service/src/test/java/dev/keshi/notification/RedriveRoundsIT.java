package dev.keshi.notification;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.org.DepartmentRenamedV1;
import dev.keshi.test.infrastructure.RealKafka;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Here a round has time for one key only. */
@RunningService
@TestPropertySource(properties = "keshi.operations.redrive-round=1ns")
class RedriveRoundsIT {

    @LocalServerPort
    private int port;

    private final List<String> departments =
            IntStream.range(0, 3).mapToObj(_ -> "d-" + UUID.randomUUID()).toList();
    private Wire wire;
    private Operations operations;

    @BeforeEach
    void connect(RealKafka kafka) {
        wire = new Wire(kafka.bootstrap());
        operations = Operations.of(port, "root", "ADMIN");
    }

    @AfterEach
    void disconnect() {
        wire.close();
    }

    @Test
    void whoeverFollowsTheCursorGivesEachKeyItsTurnOnce() {
        departments.forEach(department -> {
            wire.record(new DepartmentRenamedV1(department, "Lost", null, LocalDate.EPOCH), "hr");
            wire.happens(new DepartmentRenamedV1(department, "Renamed", null, LocalDate.EPOCH), "hr");
        });
        departments.forEach(department ->
                eventually(() -> assertThat(operations.parked(department)).hasSize(1)));

        var rounds = new ArrayList<Integer>();
        String cursor = null;
        do {
            var round =
                    operations.answer("POST", "/parked-keys/redrive" + (cursor == null ? "" : "?cursor=" + cursor), "");
            rounds.add(round.get("released").asInt()
                    + round.get("refused").asInt()
                    + round.get("unfinished").asInt());
            cursor = round.get("nextCursor").isNull()
                    ? null
                    : round.get("nextCursor").asString();
        } while (cursor != null);

        assertThat(rounds).hasSizeGreaterThanOrEqualTo(3).containsOnly(1);
        departments.forEach(department -> assertThat(operations
                        .letters(operations.parked(department).getFirst())
                        .get(0)
                        .get("attempts")
                        .asInt())
                .isEqualTo(1));
    }
}
