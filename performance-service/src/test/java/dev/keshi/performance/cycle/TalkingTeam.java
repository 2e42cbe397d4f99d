package dev.keshi.performance.cycle;

import static dev.keshi.performance.Enterprise.API;
import static dev.keshi.performance.Enterprise.answer;
import static dev.keshi.performance.Enterprise.body;
import static dev.keshi.performance.Enterprise.interview;
import static dev.keshi.performance.Enterprise.read;
import static dev.keshi.performance.Enterprise.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.performance.Enterprise;
import dev.keshi.service.time.EnterpriseTime;
import dev.keshi.test.Eventually;
import java.util.List;
import java.util.UUID;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * Mo and Lee work in the north, which Nora leads; above it is Ulla. Sam leads the south, above which is nobody. Their names are of this team alone.
 * Mo is also rated by a peer, Hugo of personnel unless another is named.
 */
final class TalkingTeam {

    private final Enterprise enterprise;
    private final EnterpriseTime time;
    private final String unique = UUID.randomUUID().toString();

    private TalkingTeam(Enterprise enterprise, EnterpriseTime time) {
        this.enterprise = enterprise;
        this.time = time;
    }

    static TalkingTeam in(Enterprise enterprise, EnterpriseTime time) {
        var team = new TalkingTeam(enterprise, time);
        team.begin();
        return team;
    }

    private void begin() {
        enterprise.begin();
        enterprise.department(upper(), null, ulla());
        enterprise.department(north(), upper(), nora());
        enterprise.department(south(), null, sam());
        for (var leader : List.of(ulla(), nora(), sam())) {
            enterprise.person(leader, upper(), null, "2019-01-01");
        }
        for (var member : List.of(mo(), lee())) {
            enterprise.person(member, north(), null, "2019-01-01");
        }
    }

    private String upper() {
        return "upper-" + unique;
    }

    private String north() {
        return "north-" + unique;
    }

    String south() {
        return "south-" + unique;
    }

    String ulla() {
        return "ulla-" + unique;
    }

    String nora() {
        return "nora-" + unique;
    }

    String sam() {
        return "sam-" + unique;
    }

    String mo() {
        return "mo-" + unique;
    }

    String lee() {
        return "lee-" + unique;
    }

    /** Mo's grade stands. @return the cycle */
    String published() {
        return published("hugo");
    }

    /** @param peer rates Mo */
    String published(String peer) {
        var cycle = scored(peer);
        step(cycle, "publish", "PUBLISHED");
        return cycle;
    }

    String scored() {
        return scored("hugo");
    }

    /** @param peer rates Mo */
    String scored(String peer) {
        var planned = enterprise.post("hana", "/cycles", null, """
            {"name":"面谈","kind":"QUARTERLY","extent":"COMPREHENSIVE","firstDay":"2020-01-01","lastDay":"2020-03-31",
             "populationOn":"2020-03-31","departmentId":"%s"}
            """.formatted(north()));
        assertThat(status(planned)).as(body(planned)).isEqualTo(201);
        var cycle = read(planned).get("id").asString();
        step(cycle, "open", "RATING");
        var peers = enterprise.post(
                nora(), "/appraisals/" + id(cycle, mo()) + "/peers", null, "{\"personIds\":[\"" + peer + "\"]}");
        assertThat(answer(peers)).isEqualTo("204");
        give(nora(), cycle, mo());
        give(nora(), cycle, lee());
        give(peer, cycle, mo());
        step(cycle, "close-rating", "CALIBRATION");
        return cycle;
    }

    private void give(String rater, String cycle, String subject) {
        var rating = read(enterprise.get(rater, API + "/ratings?limit=100&status=OPEN"))
                .get("items")
                .valueStream()
                .filter(one -> one.get("cycleId").asString().equals(cycle))
                .filter(one -> one.get("subjectId").asString().equals(subject))
                .findFirst()
                .orElseThrow();
        var sheet = rating.get("indicators")
                .valueStream()
                .map(one -> "{\"indicator\":\"%s\",\"points\":80}"
                        .formatted(one.get("code").asString()))
                .toList();
        var given = enterprise.post(
                rater,
                "/ratings/" + rating.get("id").asString() + "/give",
                "1",
                "{\"points\":[" + String.join(",", sheet) + "]}");
        assertThat(status(given)).as(body(given)).isEqualTo(200);
    }

    void step(String cycle, String verb, String status) {
        var path = "/cycles/" + cycle;
        assertThat(answer(enterprise.post("hana", path + "/" + verb, enterprise.revision("hana", path), "")))
                .isEqualTo("202");
        Eventually.holds(() -> read(enterprise.get("hana", API + path))
                .get("status")
                .asString()
                .equals(status));
    }

    MvcTestResult hold(String by, String id) {
        var path = "/appraisals/" + id;
        return enterprise.post(by, path + "/interview", enterprise.revision("hana", path), interview(time.today()));
    }

    MvcTestResult sign(String by, String id) {
        var path = "/appraisals/" + id;
        return enterprise.post(by, path + "/sign", enterprise.revision("hana", path), "");
    }

    MvcTestResult seen(String reader, String id) {
        return enterprise.get(reader, API + "/appraisals/" + id);
    }

    static String id(String cycle, String person) {
        return Opening.appraisalId(new CycleId(cycle), person).value();
    }
}
