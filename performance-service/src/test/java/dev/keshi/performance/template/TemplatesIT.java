package dev.keshi.performance.template;

import static dev.keshi.performance.Enterprise.API;
import static dev.keshi.performance.Enterprise.answer;
import static dev.keshi.performance.Enterprise.body;
import static dev.keshi.performance.Enterprise.read;
import static dev.keshi.performance.Enterprise.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.performance.Enterprise;
import dev.keshi.performance.RunningService;
import dev.keshi.test.events.EventProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RunningService
class TemplatesIT {

    @Autowired
    private Enterprise enterprise;

    @BeforeEach
    void begin() {
        enterprise.begin();
    }

    @Test
    void aDraftIsRevisedAndReleasedAndThenNeverChanges(EventProbe probe) {
        var drafted = enterprise.post("hana", "/templates", null, template("night-watch", 60, 40));
        assertThat(status(drafted)).as(body(drafted)).isEqualTo(201);
        var id = read(drafted).get("id").asString();
        assertThat(read(drafted).get("version").asInt()).isEqualTo(1);

        var revised = enterprise.post("hana", "/templates/" + id + "/revise", "1", content(70, 30));
        assertThat(status(revised)).as(body(revised)).isEqualTo(200);
        assertThat(answer(enterprise.post("hana", "/templates/" + id + "/release", "1", "")))
                .isEqualTo("412 stale-version");
        assertThat(answer(enterprise.post("hana", "/templates/" + id + "/release", "2", "")))
                .isEqualTo("200");

        assertThat(answer(enterprise.post("hana", "/templates/" + id + "/revise", "3", content(50, 50))))
                .isEqualTo("409 template-released");
        assertThat(answer(enterprise.post("hana", "/templates/" + id + "/release", "3", "")))
                .isEqualTo("409 template-released");
        assertThat(probe.await(1, event -> event.key().equals(id), Duration.ofSeconds(30)))
                .singleElement()
                .satisfies(event -> assertThat(event.json()).contains("night-watch", "\"weight\":70"));
        assertThat(read(enterprise.post("hana", "/templates", null, template("night-watch", 10, 90)))
                        .get("version")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void weightsOf99AndOf101AreTwoProblems() {
        assertThat(answer(enterprise.post("hana", "/templates", null, template("light", 60, 39))))
                .isEqualTo("422 weights-below-hundred");
        assertThat(answer(enterprise.post("hana", "/templates", null, template("heavy", 60, 41))))
                .isEqualTo("422 weights-above-hundred");
        assertThat(read(enterprise.get("hana", API + "/templates?code=light"))
                        .get("items")
                        .size())
                .isZero();
    }

    @Test
    void theSameDraftSentTwiceIsOne() {
        var key = UUID.randomUUID().toString();
        var first = enterprise.post("hana", "/templates", null, template("twice", 60, 40), key);
        var again = enterprise.post("hana", "/templates", null, template("twice", 60, 40), key);

        assertThat(read(again).get("id")).isEqualTo(read(first).get("id"));
        assertThat(read(enterprise.get("hana", API + "/templates?code=twice"))
                        .get("items")
                        .size())
                .isOne();
    }

    @Test
    void everybodyReadsTheTemplateOfTheOwnPositionAndPersonnelAlone() {
        assertThat(read(enterprise.get("ann", API + "/templates/mine"))
                        .get("code")
                        .asString())
                .isEqualTo("operations-assistant-b");
        assertThat(read(enterprise.get("tom", API + "/templates/mine"))
                        .get("code")
                        .asString())
                .isEqualTo("general");
        assertThat(status(enterprise.get("ann", API + "/templates"))).isEqualTo(403);
        assertThat(status(enterprise.post("ann", "/templates", null, template("mine", 60, 40))))
                .isEqualTo(403);
    }

    @Test
    void thereIsATemplateForEveryPositionPageByPage() {
        var seen = new ArrayList<String>();
        var next = "";
        do {
            var page = read(enterprise.get("hana", API + "/templates?limit=7" + next));
            page.get("items").forEach(one -> {
                if (one.get("released").asBoolean()) {
                    seen.add(one.get("code").asString());
                }
            });
            next = page.hasNonNull("nextCursor")
                    ? "&cursor=" + page.get("nextCursor").asString()
                    : "";
        } while (!next.isEmpty());

        assertThat(seen)
                .doesNotHaveDuplicates()
                .containsAll(BundledTemplates.all().keySet().stream()
                        .map(TemplateCode::value)
                        .toList());
    }

    private static String template(String code, int one, int other) {
        return "{\"code\":\"%s\",%s".formatted(code, content(one, other).substring(1));
    }

    private static String content(int one, int other) {
        return """
            {"name":"夜班","nameEn":"Night watch","positions":["night-watch"],"indicators":[
              {"code":"rounds","family":"RESULT","weight":%d,"name":"巡查","standard":"按时巡查"},
              {"code":"duty","family":"ATTITUDE","weight":%d,"name":"责任感","standard":"尽责"}]}
            """.formatted(one, other);
    }
}
