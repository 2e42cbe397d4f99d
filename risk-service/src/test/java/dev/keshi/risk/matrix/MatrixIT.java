package dev.keshi.risk.matrix;

import static dev.keshi.risk.Enterprise.answer;
import static dev.keshi.risk.Enterprise.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.risk.Enterprise;
import dev.keshi.risk.RunningService;
import dev.keshi.test.events.EventProbe;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@RunningService
class MatrixIT {

    @Autowired
    private Enterprise enterprise;

    @BeforeEach
    void begin() {
        enterprise.begin();
    }

    @Test
    void anAdministratorReleasesTheNextVersionAndRisksAreRatedByIt(EventProbe probe) {
        var before = current().get("version").asInt();
        var stricter = request();
        cells(stricter, 0).set(4, "HIGH");

        var key = UUID.randomUUID().toString();
        var released = enterprise.post("ada", "/matrices", null, stricter.toString(), key);

        assertThat(answer(released)).isEqualTo("201");
        assertThat(read(released).get("version").asInt()).isEqualTo(before + 1);
        assertThat(read(enterprise.post("ada", "/matrices", null, stricter.toString(), key)))
                .isEqualTo(read(released));
        var risk = read(enterprise.get("ona", "/risks/" + rareRisk())).get("inherent");
        assertThat(risk.get("level").asString()).isEqualTo("HIGH");
        assertThat(risk.get("matrixVersion").asInt()).isEqualTo(before + 1);
        assertThat(read(enterprise.get("ona", "/matrices/" + before))
                        .get("cells")
                        .get(0)
                        .get(4)
                        .asString())
                .isEqualTo("MEDIUM");
        probe.awaitOne("keshi.risk.matrix-released.v1", read(released).get("id").asString(), Duration.ofSeconds(30));
        enterprise.post("ada", "/matrices", null, request().toString());
    }

    @Test
    void ofSeveralDrawnOnOneVersionOneIsReleased() {
        var before = current().get("version").asInt();
        var body = request().toString();

        var answers = IntStream.range(0, 5)
                .parallel()
                .mapToObj(_ -> answer(enterprise.post("ada", "/matrices", null, body)))
                .toList();

        assertThat(answers).containsOnlyOnce("201").allMatch(Set.of("201", "409 matrix-not-newest")::contains);
        assertThat(current().get("version").asInt()).isEqualTo(before + 1);
        var ahead = request().put("follows", before + 2);
        assertThat(answer(enterprise.post("ada", "/matrices", null, ahead.toString())))
                .isEqualTo("409 matrix-not-newest");
        var without = request();
        without.remove("follows");
        assertThat(answer(enterprise.post("ada", "/matrices", null, without.toString())))
                .isEqualTo("400 invalid-request");
    }

    @Test
    void aMatrixWithAHoleIsRefusedAndEveryHoleIsNamed() {
        var before = current().get("version").asInt();
        var holed = request();
        cells(holed, 1).setNull(2);
        cells(holed, 4).set(4, "");

        var refused = enterprise.post("ada", "/matrices", null, holed.toString());

        assertThat(answer(refused)).isEqualTo("422 matrix-hole");
        assertThat(read(refused).get("errors").findValuesAsString("pointer"))
                .containsExactly("/cells/1/2", "/cells/4/4");
        assertThat(current().get("version").asInt()).isEqualTo(before);
    }

    @Test
    void otherBadMatricesAreRefusedEachInItsWay() {
        var falling = request();
        cells(falling, 4).set(4, "LOW");
        assertThat(answer(enterprise.post("ada", "/matrices", null, falling.toString())))
                .isEqualTo("422 matrix-falls");
        var small = request();
        ((ArrayNode) small.get("cells")).remove(0);
        assertThat(answer(enterprise.post("ada", "/matrices", null, small.toString())))
                .isEqualTo("422 matrix-size");
        var unknown = request();
        cells(unknown, 0).set(0, "NONE");
        assertThat(answer(enterprise.post("ada", "/matrices", null, unknown.toString())))
                .isEqualTo("422 matrix-level-unknown");
        for (var other : new String[] {"ona", "boss", "hana", "aud", "program"}) {
            assertThat(answer(
                            enterprise.post(other, "/matrices", null, request().toString())))
                    .as(other)
                    .startsWith("403");
        }
    }

    private String rareRisk() {
        var registered = enterprise.post(
                "ona",
                "/risks",
                null,
                Enterprise.risk("team", "").replace("\"likelihood\":4,\"impact\":4", "\"likelihood\":1,\"impact\":5"));
        return read(registered).get("id").asString();
    }

    private JsonNode current() {
        return read(enterprise.get("ona", "/matrices/current"));
    }

    /** As the service brought it. */
    private ObjectNode request() {
        var matrix = (ObjectNode) read(enterprise.get("ona", "/matrices/1"));
        matrix.remove(List.of("id", "version", "releasedAt"));
        matrix.put("follows", current().get("version").asInt());
        return matrix;
    }

    private static ArrayNode cells(ObjectNode matrix, int row) {
        return (ArrayNode) matrix.get("cells").get(row);
    }
}
