package dev.keshi.e2e;

import dev.keshi.launcher.activity.Appraisals;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What everybody of a department can read of what it lived, in every service, in normal form. */
final class EndState {

    private static final List<String> INDICATORS = List.of(
            "tasks-on-time",
            "tasks-right-first-time",
            "task-volume",
            "training-on-time",
            "courses-learned",
            "approvals-in-time");

    private final Caller personnel;
    private final Caller auditor;
    private final Map<String, Caller> people = new LinkedHashMap<>();
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final String department;
    private final LoopOfADepartment loop;
    private final LocalDate today;
    private final NormalForm form;

    EndState(
            Keshi keshi,
            Map<String, Caller> people,
            OwnDepartment department,
            LoopOfADepartment loop,
            LocalDate today) {
        personnel = people.get("personnel");
        auditor = keshi.person(Part.AUDITOR);
        people.forEach((part, caller) -> {
            if (!part.equals("personnel")) {
                this.people.put(part, caller);
            }
        });
        this.department = department.id();
        this.loop = loop;
        this.today = today;
        ids.putAll(department.people());
        var names = new LinkedHashMap<>(department.names());
        names.putAll(loop.names());
        form = new NormalForm(names);
    }

    /** By what it is about. */
    Map<String, List<String>> read() {
        var parts = new TreeMap<String, List<String>>();
        people.forEach((part, person) -> {
            parts.put("figures of the " + part, figures(person));
            parts.put("courses of the " + part, courses(person, ids.get(part)));
            parts.put("work of the " + part, work(person));
            parts.put("inbox of the " + part, form.of(Pages.items(person, "/api/notification/v1/inbox?limit=100")));
            parts.put(
                    "obligations of the " + part,
                    form.of(Pages.items(person, "/api/notification/v1/obligations?limit=100")));
        });
        parts.put("grades", grades());
        parts.put("risks", risks());
        parts.put("warnings", warnings());
        parts.put("figures of the department", List.of(form.of(departmentFigures())));
        parts.put("told", told());
        return parts;
    }

    private List<String> figures(Caller person) {
        return INDICATORS.stream()
                .flatMap(code -> {
                    String path = "/api/performance/v1/indicators/" + code;
                    JsonNode value =
                            person.get(path + "/value?on=" + today).expect(200).json();
                    return Stream.concat(
                            Stream.of(form.of(value)),
                            form.of(Pages.items(person, path + "/evidence?limit=100&on=" + today)).stream()
                                    .map(evidence -> code + " " + evidence));
                })
                .toList();
    }

    /** As the learner sees them: nobody else is shown points. */
    private List<String> courses(Caller person, String id) {
        String training = "/api/training/v1";
        return Stream.of(
                        "/assignments?limit=100&personId=" + id,
                        "/certificates?limit=100",
                        "/records/" + id + "/entries?limit=100")
                .flatMap(list -> form.of(Pages.items(person, training + list)).stream())
                .toList();
    }

    private List<String> work(Caller person) {
        String workflow = "/api/workflow/v1";
        return Stream.of(
                        "/work-items?limit=100&of=me&status=OPEN",
                        "/work-items?limit=100&of=me&status=REPORTED",
                        "/work-items?limit=100&of=me&status=COMPLETED",
                        "/work-list?limit=100")
                .flatMap(list -> form.of(Pages.items(person, workflow + list)).stream())
                .toList();
    }

    private List<String> grades() {
        return loop.cycles().stream()
                .flatMap(cycle -> Appraisals.all(personnel, cycle).stream())
                .flatMap(one -> Stream.concat(Stream.of(one), explanation(one)))
                .map(form::of)
                .sorted()
                .toList();
    }

    private Stream<JsonNode> explanation(JsonNode appraisal) {
        return appraisal.path("published").asBoolean()
                ? Stream.of(Appraisals.explanation(personnel, Leave.id(appraisal)))
                : Stream.empty();
    }

    /** What is fed has the worst figure of the day, and which ones there were depends on what was heard together. */
    private List<String> risks() {
        var said = new ArrayList<JsonNode>();
        for (String risk : loop.risks()) {
            said.add(manager().get("/api/risk/v1/risks/" + risk).expect(200).json());
        }
        for (String watch : loop.watches()) {
            var indicator = (ObjectNode) manager()
                    .get("/api/risk/v1/indicators/" + watch)
                    .expect(200)
                    .json();
            if (indicator.hasNonNull("feed")) {
                indicator.remove("readings");
            }
            said.add(indicator);
        }
        return form.of(said);
    }

    private List<String> warnings() {
        return form.of(Pages.items(manager(), "/api/risk/v1/warnings?limit=100").stream()
                .map(one ->
                        loop.watches().getFirst().equals(one.path("indicatorId").asString()) ? withoutValue(one) : one)
                .toList());
    }

    private static JsonNode withoutValue(JsonNode warning) {
        var copy = (ObjectNode) warning.deepCopy();
        copy.remove("value");
        return copy;
    }

    private Caller manager() {
        return people.get("manager");
    }

    private JsonNode departmentFigures() {
        return manager()
                .get("/api/reporting/v1/departments/" + department + "/figures")
                .expect(200)
                .json();
    }

    /** How often each thing was told of what the department has to do with; how often a figure moved depends on what was heard together. */
    private List<String> told() {
        var keys = new LinkedHashSet<String>(loop.risks());
        keys.addAll(loop.cycles());
        loop.cycles().forEach(cycle -> idsOf(Appraisals.all(personnel, cycle), keys));
        idsOf(Pages.items(manager(), "/api/risk/v1/warnings?limit=100"), keys);
        ids.values()
                .forEach(id ->
                        idsOf(Pages.items(personnel, "/api/training/v1/assignments?limit=100&personId=" + id), keys));
        for (Caller person : people.values()) {
            idsOf(Pages.items(person, "/api/training/v1/certificates?limit=100"), keys);
            for (String status : List.of("OPEN", "REPORTED", "COMPLETED")) {
                idsOf(Pages.items(person, "/api/workflow/v1/work-items?limit=100&of=me&status=" + status), keys);
            }
        }
        var often = new TreeMap<String, Integer>();
        for (String key : keys) {
            Pages.items(auditor, "/api/reporting/v1/events?limit=100&key=" + key)
                    .forEach(event -> often.merge(event.path("type").asString(), 1, Integer::sum));
        }
        return often.entrySet().stream()
                .map(type -> type.getKey() + " x " + type.getValue())
                .toList();
    }

    private static void idsOf(List<JsonNode> found, Set<String> into) {
        found.forEach(one -> into.add(Leave.id(one)));
    }
}
