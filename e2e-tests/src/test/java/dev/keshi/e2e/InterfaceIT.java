package dev.keshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.client.Answer;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every interface promises, tried on some of them. */
@OnThePlatform
class InterfaceIT {

    private final Keshi keshi;
    private final Caller employee;
    private final Caller manager;

    InterfaceIT(Keshi keshi) {
        this.keshi = keshi;
        employee = keshi.person(Part.EMPLOYEE);
        manager = keshi.person(Part.MANAGER);
    }

    @Scenario("X2")
    void aChangeNamesTheRevisionItSaw() {
        JsonNode request = Leave.askFor(employee, 1);
        JsonNode task = Leave.taskOf(manager, request);
        String approve = Leave.TASKS + "/" + Leave.id(task) + "/approve";
        var body = JsonMapper.shared().createObjectNode();

        assertThat(manager.post(approve, body).status()).isEqualTo(428);
        assertThat(manager.post(approve, body, "If-Match", "\"9999\"").status()).isEqualTo(412);
        assertThat(Leave.find(employee, request).path("status").asString()).isEqualTo("running");
        Leave.approve(manager, request);
    }

    @Scenario("X2")
    void anUnknownFieldIsNamedByAPointerInTheLanguageOfTheCaller() {
        var form = Leave.form(1).put("surprise", true);

        Answer english = employee.post(Leave.REQUESTS, form, "Accept-Language", "en");
        Answer chinese = employee.post(Leave.REQUESTS, form, "Accept-Language", "zh-CN");

        assertThat(english.status()).isEqualTo(400);
        assertThat(english.json().path("errors").get(0).path("pointer").asString())
                .isEqualTo("/surprise");
        assertThat(english.json().path("traceId").asString()).isNotBlank();
        assertThat(chinese.json().path("code")).isEqualTo(english.json().path("code"));
        assertThat(chinese.json().path("title").asString())
                .isNotEqualTo(english.json().path("title").asString())
                .matches("(?U).*\\p{IsHan}.*");
    }

    @Scenario("X2")
    void pagesFollowEachOtherWithoutAGapAndAForgedCursorIsRefused() {
        Caller personnel = keshi.person(Part.HR);
        Set<String> seen = new HashSet<>();
        int rows = 0;
        String path = "/api/org/v1/people?limit=37";
        String next = path;
        while (!next.isEmpty()) {
            JsonNode page = personnel.get(next).expect(200).json();
            page.path("items").forEach(person -> seen.add(Leave.id(person)));
            rows += page.path("items").size();
            String cursor = page.path("nextCursor").asString("");
            next = cursor.isEmpty() ? "" : path + "&cursor=" + cursor;
        }

        assertThat(seen).hasSize(rows).hasSizeGreaterThanOrEqualTo(150);
        assertThat(personnel.get(path + "&cursor=forged").status()).isEqualTo(400);
        assertThat(personnel.get("/api/org/v1/people?limit=101").status()).isEqualTo(400);
    }

    @Scenario("X2")
    void everyServiceDescribesItsInterface() {
        Stream.of("org", "workflow", "performance", "training", "risk", "notification", "reporting")
                .forEach(service -> {
                    JsonNode description = keshi.nobody()
                            .get("/openapi/" + service)
                            .expect(200)
                            .json();
                    assertThat(description.path("openapi").asString()).startsWith("3.1");
                    assertThat(description.path("paths").size()).isPositive();
                });
        assertThat(keshi.nobody().get("/docs").status()).isEqualTo(200);
    }
}
