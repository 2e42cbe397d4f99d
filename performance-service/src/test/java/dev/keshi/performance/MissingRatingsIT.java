package dev.keshi.performance;

import static dev.keshi.performance.Enterprise.API;
import static dev.keshi.performance.Enterprise.answer;
import static dev.keshi.performance.Enterprise.body;
import static dev.keshi.performance.Enterprise.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Personnel find what has to be done before grades can be published; of peers they find nothing. */
@RunningService
class MissingRatingsIT {

    @Autowired
    private Enterprise enterprise;

    private Desk desk;

    @BeforeEach
    void aDesk() {
        desk = Desk.in(enterprise);
    }

    @Test
    void superiorsWhoHaveNotRatedAreListedUntilTheyHaveOrAreDoneWithout() {
        var cycle = desk.cycle("RATING");

        for (var reader : List.of("hana", "aud")) {
            assertThat(missing(reader, cycle, "?limit=1"))
                    .as(reader)
                    .containsExactlyInAnyOrder(
                            "bos SUPERIOR ted OPEN", "ted SUPERIOR bea OPEN", "ted SUPERIOR una OPEN");
        }
        var una = desk.all("hana", path(cycle, "?limit=100")).stream()
                .filter(one -> one.get("personId").asString().equals("una"))
                .findFirst()
                .orElseThrow();
        assertThat(una.get("appraisalId").asString()).isEqualTo(desk.appraisal(cycle, "una"));
        assertThat(answer(enterprise.post(
                        "hana",
                        "/appraisals/" + una.get("appraisalId").asString() + "/waive-superior",
                        null,
                        "{\"reason\":\"上级长期病假\"}")))
                .isEqualTo("204");
        assertThat(missing("hana", cycle, "?limit=100"))
                .containsExactlyInAnyOrder("bos SUPERIOR ted OPEN", "ted SUPERIOR bea OPEN");
    }

    @Test
    void thoseOfThePeopleThemselvesAreListedWhenTheyAreAskedForAndThoseOfPeersNever() {
        var cycle = desk.cycle("RATING");

        assertThat(missing("hana", cycle, "?limit=2&kind=SELF"))
                .containsExactlyInAnyOrder("bea SELF bea OPEN", "ted SELF ted OPEN", "una SELF una OPEN");
        var refused = enterprise.get("hana", API + path(cycle, "?kind=PEER"));
        assertThat(answer(refused)).startsWith("400");
        assertThat(read(refused).at("/errors/0/parameter").asString()).isEqualTo("kind");
        assertThat(body(refused)).contains("SELF", "SUPERIOR").doesNotContain("\"PEER\"");
    }

    @Test
    void behindTheRatingWhatLapsedIsListedAndOfWhatWasCalledOffNothing() {
        var scored = desk.cycle("CALIBRATION");
        assertThat(missing("hana", scored, "?limit=100")).isEmpty();
        assertThat(missing("hana", scored, "?limit=100&kind=SELF"))
                .containsExactlyInAnyOrder("bea SELF bea LAPSED", "ted SELF ted LAPSED");

        var cancelled = desk.cycle("RATING");
        var cycle = "/cycles/" + cancelled;
        assertThat(answer(enterprise.post(
                        "hana", cycle + "/cancel", enterprise.revision("hana", cycle), "{\"reason\":\"改期\"}")))
                .isEqualTo("200");
        assertThat(missing("hana", cancelled, "?limit=100")).isEmpty();
        assertThat(answer(enterprise.get("hana", API + path("no-such", "")))).isEqualTo("404 cycle-not-found");
    }

    private List<String> missing(String reader, String cycle, String query) {
        return desk.all(reader, path(cycle, query)).stream()
                .map(MissingRatingsIT::said)
                .toList();
    }

    private static String said(JsonNode one) {
        return String.join(
                " ",
                one.get("raterId").asString(),
                one.get("kind").asString(),
                one.get("personId").asString(),
                one.get("status").asString());
    }

    private static String path(String cycle, String query) {
        return "/cycles/" + cycle + "/missing-ratings" + query;
    }
}
