package dev.keshi.workflow.workplan;

import static dev.keshi.workflow.Enterprise.as;
import static dev.keshi.workflow.Enterprise.errors;
import static dev.keshi.workflow.Enterprise.read;
import static dev.keshi.workflow.workplan.Plans.PLANS;
import static dev.keshi.workflow.workplan.Plans.TODAY;
import static dev.keshi.workflow.workplan.Plans.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import dev.keshi.test.Eventually;
import dev.keshi.test.problems.BothLanguages;
import dev.keshi.workflow.Enterprise;
import dev.keshi.workflow.RunningService;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/**
 * Who may do what with plans of the team, which Tom manages and Vice is in charge of; Boss manages the group above. Ann is named in them, Ella works
 * beside her, Hana in human resources.
 */
@RunningService
class WorkPlansIT {

    private static final List<String> PEOPLE =
            List.of("ann", "tom", "vice", "boss", "ella", "hana", "admin", "auditor");

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MockMvcTester http;

    @Autowired
    private MongoTemplate mongo;

    private Plans plans;

    @BeforeEach
    void anEnterprise() {
        enterprise.begin();
        plans = new Plans(enterprise);
        if (mongo.getCollection("directory_people").countDocuments(new Document("_id", "ella")) == 0) {
            enterprise.person("ella", "team", "EMPLOYEE");
            enterprise.person("paul", "team", "EMPLOYEE");
            enterprise.left("paul");
        }
        Eventually.holds(
                () -> enterprise.post("tom", PLANS, null, plan()).getResponse().getStatus() == 201);
    }

    /** Statuses in the order of {@link #PEOPLE}. */
    @Test
    void everybodyGetsExactlyWhatTheMatrixSays() {
        var matrix = new LinkedHashMap<String, List<Integer>>();
        matrix.put("draft", List.of(403, 201, 201, 201, 403, 403, 403, 403));
        matrix.put("see", List.of(200, 200, 200, 200, 404, 404, 404, 200));
        matrix.put("history", List.of(200, 200, 200, 200, 404, 404, 404, 200));
        matrix.put("revise", List.of(403, 200, 200, 200, 404, 404, 404, 403));
        matrix.put("activate", List.of(403, 200, 200, 200, 404, 404, 404, 403));
        matrix.put("end", List.of(403, 200, 200, 200, 404, 404, 404, 403));

        matrix.forEach((operation, expected) -> {
            for (int person = 0; person < PEOPLE.size(); person++) {
                assertThat(status(operation, PEOPLE.get(person)))
                        .as("%s by %s", operation, PEOPLE.get(person))
                        .isEqualTo(expected.get(person));
            }
        });
    }

    /** On a plan of its own each time. */
    private int status(String operation, String person) {
        if (operation.equals("draft")) {
            return enterprise.post(person, PLANS, null, plan()).getResponse().getStatus();
        }
        var plan = plans.draft("tom", plan());
        var path = PLANS + "/" + id(plan);
        return switch (operation) {
            case "see" -> enterprise.get(person, path).getResponse().getStatus();
            case "history" ->
                enterprise.get(person, path + "/history").getResponse().getStatus();
            default ->
                plans.tryAct(person, plan, operation, bodyOf(operation), "1")
                        .getResponse()
                        .getStatus();
        };
    }

    private static String bodyOf(String operation) {
        return switch (operation) {
            case "revise" -> Plans.content(TODAY.toString(), null, Plans.today("另一项", "ann"));
            case "end" -> "{\"reason\":\"x\"}";
            default -> "{}";
        };
    }

    @Test
    void listsShowWhatSomebodyMaySeeAndNothingElsePageByPage() {
        var drafted = List.of(
                id(plans.draft("tom", plan())), id(plans.draft("vice", plan())), id(plans.draft("boss", plan())));

        for (var reader : List.of("ann", "tom", "vice", "boss", "auditor")) {
            assertThat(plans.listed(reader, "?status=DRAFT").stream().filter(drafted::contains))
                    .as(reader)
                    .containsExactlyElementsOf(drafted.reversed());
        }
        for (var stranger : List.of("ella", "hana", "admin")) {
            assertThat(plans.listed(stranger, "?status=DRAFT")).as(stranger).isEmpty();
        }
        assertThat(plans.listed("boss", "?status=DRAFT&departmentId=team")).containsAll(drafted);
        assertThat(plans.listed("boss", "?status=DRAFT&departmentId=group")).isEmpty();
        var active = id(plans.activated("tom", plan()));
        assertThat(plans.listed("tom", "?status=ACTIVE")).contains(active).doesNotContainAnyElementsOf(drafted);
    }

    @Test
    void theHistorySaysWhatAPlanSaidWhenAndWhy() {
        var plan = plans.draft("tom", plan());
        plans.act(
                "vice",
                plan,
                "revise",
                Plans.content(TODAY.toString(), null, Plans.known("1", Plans.today("周报与月报", "ann")))
                        .replaceFirst("\\{", "{\"reason\":\"合并\","));
        plans.act("boss", plan, "activate", "{}");
        plans.act("tom", plan, "end", "{\"reason\":\"由制度取代\"}");

        var history = enterprise.pages("ann", PLANS + "/" + id(plan) + "/history", 3);

        assertThat(history)
                .extracting(turn -> turn.get("revision") + " "
                        + turn.get("what").asString() + " " + turn.get("by").asString() + " "
                        + turn.path("reason").asString(""))
                .containsExactly("4 ENDED tom 由制度取代", "3 ACTIVATED boss ", "2 REVISED vice 合并", "1 DRAFTED tom ");
        assertThat(history)
                .extracting(turn -> turn.path("content").path("entries").findValuesAsString("title"))
                .containsExactly(List.of(), List.of(), List.of("周报与月报"), List.of("周报"));
    }

    @Test
    void whatTheServiceDoesWithAPlanMakesNoRevisionStale() {
        var plan = plans.activated("tom", plan());
        Eventually.holds(() -> mongo.getCollection("work_items")
                        .countDocuments(new Document("state.originReference", new Document("$regex", "^" + id(plan))))
                == 1);
        Eventually.holds(() -> plans.find("tom", plan).get("nextOn").asString().compareTo(TODAY.toString()) > 0);

        var ended = plans.tryAct(
                "tom", plan, "end", "{\"reason\":\"x\"}", plan.get("revision").asString());

        assertThat(ended.getResponse().getStatus()).isEqualTo(200);
    }

    @Test
    void theSameCommandAgainAnswersTheSameAndAnOldRevisionChangesNothing() {
        var key = UUID.randomUUID().toString();
        var first = read(send("tom", PLANS, null, plan(), "en", key));
        var again = read(send("tom", PLANS, null, plan(), "en", key));

        assertThat(again.get("id")).isEqualTo(first.get("id"));
        assertThat(plans.tryAct("tom", first, "activate", "{}", null)
                        .getResponse()
                        .getStatus())
                .isEqualTo(428);
        assertThat(plans.tryAct("tom", first, "activate", "{}", "7")
                        .getResponse()
                        .getStatus())
                .isEqualTo(412);
        assertThat(plans.find("tom", first).get("status").asString()).isEqualTo("DRAFT");
    }

    private record Bad(
            String person, String path, @Nullable String revision, String body, String status, String code) {}

    @Test
    void eachBadInputHasAProblemOfItsOwnInBothLanguagesAndChangesNothing() {
        var active = plans.activated("tom", plan());
        var ended = plans.act("tom", plans.activated("tom", plan()), "end", "{\"reason\":\"x\"}");
        var over = plans.draft(
                "tom", Plans.planFrom("team", "2020-01-01", TODAY.minusDays(1).toString(), Plans.today("x", "ann")));
        var revise = PLANS + "/" + id(active) + "/revise";
        var cases = List.of(
                draft("nowhere", Plans.today("x", "ann"), "work-plan-department-not-found"),
                draft("team", Plans.today("x", "boss"), "work-plan-owner-elsewhere"),
                draft("team", Plans.today("x", "nobody"), "work-plan-owner-elsewhere"),
                draft("team", Plans.today("x", "paul"), "work-plan-owner-left"),
                bad(
                        Plans.planFrom("team", "2026-02-01", "2026-01-31", Plans.today("x", "ann")),
                        "work-plan-end-before-start"),
                bad(Plans.planFrom("team", "1899-12-31", null, Plans.today("x", "ann")), "work-plan-day-out-of-range"),
                bad(
                        Plans.planFrom("team", "2026-01-01", "2201-01-01", Plans.today("x", "ann")),
                        "work-plan-day-out-of-range"),
                draft("team", Plans.entry("x", "\"frequency\":\"WEEKLY\"", "ann"), "work-plan-entries-incomplete"),
                draft(
                        "team",
                        Plans.today("x", "ann").replaceFirst("\\{", "{\"everybody\":true,"),
                        "work-plan-entries-incomplete"),
                new Bad("ann", PLANS, null, plan(), "403", "work-plan-not-in-charge"),
                new Bad("tom", PLANS + "/none/activate", "1", "{}", "404", "work-plan-not-found"),
                new Bad("tom", PLANS + "/" + id(active) + "/activate", "2", "{}", "409", "work-plan-already-active"),
                new Bad("tom", PLANS + "/" + id(over) + "/activate", "1", "{}", "422", "work-plan-over"),
                new Bad(
                        "tom",
                        PLANS + "/" + id(ended) + "/revise",
                        "3",
                        Plans.content(TODAY.toString(), null, Plans.today("x", "ann")),
                        "409",
                        "work-plan-ended"),
                new Bad(
                        "tom",
                        revise,
                        "2",
                        Plans.content(TODAY.toString(), null, Plans.known("9", Plans.today("x", "ann"))),
                        "422",
                        "work-plan-entry-not-found"),
                new Bad(
                        "tom",
                        revise,
                        "2",
                        Plans.content(
                                TODAY.toString(),
                                null,
                                Plans.known("1", Plans.today("x", "ann")),
                                Plans.known("1", Plans.today("y", "ann"))),
                        "422",
                        "work-plan-entry-twice"));
        var before = mongo.getCollection("work_plans").countDocuments();

        var types = new HashMap<String, String>();
        for (var bad : cases) {
            var chinese = refused(bad, "zh-CN");
            var english = refused(bad, "en");
            types.put(bad.code(), BothLanguages.say(bad, bad.status(), bad.code(), chinese, english));
        }

        assertThat(types.values()).doesNotHaveDuplicates();
        assertThat(mongo.getCollection("work_plans").countDocuments()).isEqualTo(before);
        assertThat(plans.find("tom", active).get("revision").asInt()).isEqualTo(2);
    }

    @Test
    void whatEntriesCannotBeIsSaidOfAllOfThemAtOnce() {
        var monthly = "\"frequency\":\"MONTHLY\",\"dayOfMonth\":%d";

        assertThat(errors(enterprise.post(
                        "tom",
                        PLANS,
                        null,
                        Plans.plan(
                                "team",
                                Plans.entry("x", monthly.formatted(0), "ann"),
                                Plans.entry("x", monthly.formatted(32), "ann"),
                                Plans.entry("x", monthly.formatted(31), "ann")))))
                .extracting(error -> error.replaceFirst(" .*", ""))
                .containsExactlyInAnyOrder("/entries/0/dayOfMonth", "/entries/1/dayOfMonth");
        assertThat(errors(enterprise.post(
                        "tom",
                        PLANS,
                        null,
                        Plans.plan(
                                "team",
                                Plans.entry("x", "\"frequency\":\"DAILY\",\"weekday\":\"MONDAY\"", "ann"),
                                Plans.entry("x", "\"frequency\":\"QUARTERLY\",\"month\":4,\"dayOfMonth\":1", "ann"),
                                Plans.entry("x", "\"frequency\":\"YEARLY\",\"dayOfMonth\":1", "ann")))))
                .containsExactly(
                        "/entries/0/weekday work-plan-entry-schedule",
                        "/entries/1/month work-plan-entry-schedule",
                        "/entries/2/month work-plan-entry-schedule");
        var many = Collections.nCopies(51, Plans.today("x", "ann")).toArray(String[]::new);
        var tooMany = enterprise.post("tom", PLANS, null, Plans.plan("team", many));
        assertThat(tooMany.getResponse().getStatus()).isEqualTo(400);
        assertThat(errors(tooMany))
                .singleElement()
                .satisfies(error -> assertThat(error).startsWith("/entries "));
    }

    private static String plan() {
        return Plans.plan("team", Plans.today("周报", "ann"));
    }

    private static Bad draft(String department, String entry, String code) {
        return bad(Plans.plan(department, entry), code);
    }

    private static Bad bad(String plan, String code) {
        return new Bad("tom", PLANS, null, plan, "422", code);
    }

    private JsonNode refused(Bad bad, String language) {
        return read(send(
                bad.person(),
                bad.path(),
                bad.revision(),
                bad.body(),
                language,
                UUID.randomUUID().toString()));
    }

    private MvcTestResult send(
            String person, String path, @Nullable String revision, String body, String language, String key) {
        var request = http.post()
                .uri(path)
                .with(as(person))
                .header("Idempotency-Key", key)
                .header("Accept-Language", language)
                .contentType(APPLICATION_JSON)
                .content(body);
        return (revision == null ? request : request.header("If-Match", "\"" + revision + "\"")).exchange();
    }
}
