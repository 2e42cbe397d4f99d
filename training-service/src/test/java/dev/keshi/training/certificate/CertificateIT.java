package dev.keshi.training.certificate;

import static dev.keshi.test.Eventually.eventually;
import static dev.keshi.training.Enterprise.answer;
import static dev.keshi.training.Enterprise.read;
import static dev.keshi.training.attempt.OnlineCourse.quiz;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import dev.keshi.training.Enterprise;
import dev.keshi.training.MovedClock;
import dev.keshi.training.RunningService;
import dev.keshi.training.attempt.OnlineCourse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Certificates over HTTP, on a real store and broker. */
@RunningService
class CertificateIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MovedClock clock;

    @Autowired
    private MockMvcTester http;

    @BeforeEach
    void begin() {
        enterprise.begin();
    }

    @Test
    void whoPassesHasOneCertificateThatAnybodyCanVerify(EventProbe probe) {
        var certificate = certified("ona", 24);

        var shown = read(verify(certificate.get("number").asString()));

        assertThat(shown.get("standing").asString()).isEqualTo("VALID");
        assertThat(shown.get("courseName").asString()).isEqualTo("数据分析");
        assertThat(shown.get("expiresOn").asString())
                .isEqualTo(clock.today().plusMonths(24).minusDays(1).toString());
        assertThat(shown.propertyNames()).containsOnly("courseName", "issuedOn", "expiresOn", "standing");
        assertThat(answer(verify(certificate.get("number").asString().toLowerCase(Locale.ROOT))))
                .isEqualTo("200");
        var issued = probe.awaitOne(
                "keshi.training.certificate-issued.v1", certificate.get("id").asString(), PATIENCE);
        assertThat(issued.json())
                .contains("\"reference\":\"quiz/")
                .doesNotContain(certificate.get("number").asString());
    }

    @Test
    void aGuessIsAnsweredLikeEveryOther() {
        var certificate = certified("max", 24);
        var number = certificate.get("number").asString();

        var answers = new HashSet<String>();
        for (var guess : List.of(
                certificate.get("id").asString(),
                number.substring(1),
                (number.charAt(0) == '0' ? '1' : '0') + number.substring(1),
                "7Q4M",
                "0".repeat(26),
                "证书",
                "x".repeat(500))) {
            var refused = verify(guess);
            var problem = (ObjectNode) read(refused);
            problem.remove("traceId");
            answers.add(refused.getResponse().getStatus() + problem.toString());
        }

        assertThat(answers).hasSize(1).allMatch(one -> one.contains("certificate-not-found"));
        assertThat(http.post()
                        .uri(Enterprise.API + "/certificates/verify/" + number)
                        .exchange()
                        .getResponse()
                        .getStatus())
                .isIn(401, 403);
        assertThat(http.get()
                        .uri(Enterprise.API + "/certificates")
                        .exchange()
                        .getResponse()
                        .getStatus())
                .isEqualTo(401);
    }

    @Test
    void aRevokedCertificateHoldsNoMore(EventProbe probe) {
        var certificate = certified("mia", 24);
        var path = "/certificates/" + certificate.get("id").asString();
        var reason = "{\"reason\":\"代考\"}";

        for (var other : List.of("mia", "tom", "aud", "ada")) {
            assertThat(answer(enterprise.post(other, path + "/revoke", null, reason)))
                    .as(other)
                    .startsWith("403");
        }
        assertThat(answer(enterprise.post("hana", path + "/revoke", null, "{}")))
                .startsWith("400");
        assertThat(answer(enterprise.command("hana", path, "/revoke", reason))).isEqualTo("200");
        assertThat(answer(enterprise.command("hana", path, "/revoke", reason)))
                .isEqualTo("409 certificate-revoked-before");

        var shown = read(verify(certificate.get("number").asString()));
        assertThat(shown.get("standing").asString()).isEqualTo("REVOKED");
        assertThat(shown.toString()).doesNotContain("代考");
        assertThat(read(enterprise.get("mia", path)).get("revokedBecause").asString())
                .isEqualTo("代考");
        assertThat(probe.awaitOne(
                                "keshi.training.certificate-revoked.v1",
                                certificate.get("id").asString(),
                                PATIENCE)
                        .json())
                .doesNotContain("代考");
    }

    @Test
    void anEndingCertificateIsToldOfOnceAndThenItEnds(EventProbe probe) {
        var certificate = certified("olga", 2);
        var id = certificate.get("id").asString();
        clock.letPass(35);
        probe.awaitOne("keshi.training.certificate-expiring.v1", id, PATIENCE);
        assertThat(read(verify(certificate.get("number").asString()))
                        .get("standing")
                        .asString())
                .isEqualTo("VALID");

        clock.letPass(30);

        assertThat(probe.await(3, event -> event.key().equals(id), PATIENCE))
                .extracting(SeenEvent::type)
                .containsExactly(
                        "keshi.training.certificate-issued.v1",
                        "keshi.training.certificate-expiring.v1",
                        "keshi.training.certificate-expired.v1");
        assertThat(read(verify(certificate.get("number").asString()))
                        .get("standing")
                        .asString())
                .isEqualTo("EXPIRED");
    }

    @Test
    void aCertificateThatWasRenewedIsNotRemindedOf(EventProbe probe) {
        var course = OnlineCourse.taught(enterprise, ",\"certificateMonths\":3", quiz(5, 60, 1, "NEVER"));
        course.passed("otto");
        var first = certificates("otto", course.code(), 1).getFirst().get("id").asString();
        assertThat(answer(course.start("otto"))).isEqualTo("409 quiz-passed-before");
        clock.letPass(40);
        course.passed("otto");
        assertThat(certificates("otto", course.code(), 2)).hasSize(2);

        clock.letPass(25);
        var other = certified("max", 1).get("id").asString();
        probe.awaitOne("keshi.training.certificate-expiring.v1", other, PATIENCE);
        clock.letPass(35);

        var told = probe.await(2, event -> event.key().equals(first), PATIENCE);
        assertThat(told)
                .extracting(SeenEvent::type)
                .containsExactly("keshi.training.certificate-issued.v1", "keshi.training.certificate-expired.v1");
        assertThat(told.getLast().json()).contains("\"renewed\":true");
    }

    @Test
    void certificatesAreSeenByTheirHoldersAndThoseWhoLeadThem() {
        var certificate = certified("tom", 24);
        var path = "/certificates/" + certificate.get("id").asString();

        for (var reader : List.of("tom", "boss", "hana", "aud")) {
            assertThat(answer(enterprise.get(reader, path))).as(reader).isEqualTo("200");
            assertThat(answer(enterprise.get(reader, "/certificates?personId=tom")))
                    .as(reader)
                    .isEqualTo("200");
        }
        for (var other : List.of("ona", "otto", "olga")) {
            assertThat(answer(enterprise.get(other, path))).as(other).isEqualTo("404 certificate-not-found");
            assertThat(answer(enterprise.get(other, "/certificates?personId=tom")))
                    .as(other)
                    .isEqualTo("404 certificate-holder-not-found");
        }
    }

    /** Passes the quiz of a course that gives a certificate, and has it. */
    private JsonNode certified(String person, int months) {
        var course = OnlineCourse.taught(enterprise, ",\"certificateMonths\":" + months, quiz(5, 60, 1, "NEVER"));
        course.passed(person);
        return certificates(person, course.code(), 1).getFirst();
    }

    private List<JsonNode> certificates(String person, String course, int many) {
        eventually(() -> assertThat(certificates(person, course)).hasSize(many));
        return certificates(person, course);
    }

    private List<JsonNode> certificates(String person, String course) {
        var items = read(enterprise.get(person, "/certificates?limit=100")).get("items");
        return IntStream.range(0, items.size())
                .mapToObj(items::get)
                .filter(one -> one.get("courseCode").asString().equals(course))
                .toList();
    }

    /** By nobody in particular. */
    private MvcTestResult verify(String number) {
        return http.get()
                .uri(Enterprise.API + "/certificates/verify/{number}", number)
                .exchange();
    }
}
