package dev.keshi.workflow.workplan;

import static dev.keshi.workflow.Enterprise.body;
import static dev.keshi.workflow.Enterprise.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.workflow.Enterprise;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** What people of the enterprise do with work plans, over HTTP. */
record Plans(Enterprise enterprise) {

    static final String PLANS = "/api/workflow/v1/work-plans";
    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    /** From a year ago on, without an end. */
    static String plan(String department, String... entries) {
        return planFrom(department, TODAY.minusYears(1).toString(), null, entries);
    }

    static String planFrom(String department, String from, @Nullable String until, String... entries) {
        return "{\"departmentId\":\"%s\",%s"
                .formatted(department, content(from, until, entries).substring(1));
    }

    static String content(String from, @Nullable String until, String... entries) {
        return "{\"name\":\"日常工作\",\"nameEn\":\"Routine\",\"validFrom\":\"%s\",%s\"entries\":[%s]}"
                .formatted(
                        from,
                        until == null ? "" : "\"validUntil\":\"%s\",".formatted(until),
                        String.join(",", entries));
    }

    /** Falls on today. */
    static String today(String title, String owner) {
        return entry(title, "\"frequency\":\"WEEKLY\",\"weekday\":\"%s\"".formatted(TODAY.getDayOfWeek()), owner);
    }

    /** @param schedule how it recurs, as members; @param owner everybody for all */
    static String entry(String title, String schedule, String owner) {
        return "{\"title\":\"%s\",\"priority\":\"HIGH\",\"dueAfterDays\":3,%s,%s}"
                .formatted(
                        title,
                        schedule,
                        owner.equals("everybody") ? "\"everybody\":true" : "\"ownerId\":\"%s\"".formatted(owner));
    }

    /** The same entry as the one that the plan has. */
    static String known(String id, String entry) {
        return "{\"id\":\"%s\",%s".formatted(id, entry.substring(1));
    }

    JsonNode draft(String by, String plan) {
        var drafted = enterprise.post(by, PLANS, null, plan);
        assertThat(drafted.getResponse().getStatus()).as(body(drafted)).isEqualTo(201);
        return read(drafted);
    }

    JsonNode activated(String by, String plan) {
        return act(by, draft(by, plan), "activate", "{}");
    }

    /** On the plan as it is now. */
    JsonNode act(String by, JsonNode plan, String verb, String body) {
        var acted = tryAct(by, plan, verb, body, revision(by, plan));
        assertThat(acted.getResponse().getStatus()).as(body(acted)).isEqualTo(200);
        return read(acted);
    }

    MvcTestResult tryAct(String by, JsonNode plan, String verb, String body, @Nullable String revision) {
        return enterprise.post(by, PLANS + "/" + id(plan) + "/" + verb, revision, body);
    }

    String revision(String by, JsonNode plan) {
        return find(by, plan).get("revision").asString();
    }

    JsonNode find(String person, JsonNode plan) {
        return read(enterprise.get(person, PLANS + "/" + id(plan)));
    }

    String tag(String person, JsonNode plan) {
        return Objects.requireNonNull(
                enterprise.get(person, PLANS + "/" + id(plan)).getResponse().getHeader("ETag"));
    }

    /** Whether it is another than what the tag says. */
    MvcTestResult asked(String person, JsonNode plan, String tag) {
        return enterprise.getUnless(tag, person, PLANS + "/" + id(plan));
    }

    List<String> listed(String person, String query) {
        return enterprise.pages(person, PLANS + query, 2).stream()
                .map(Plans::id)
                .toList();
    }

    static String id(JsonNode plan) {
        return plan.get("id").asString();
    }
}
