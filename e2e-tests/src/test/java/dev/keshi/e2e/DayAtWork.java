package dev.keshi.e2e;

import static dev.keshi.e2e.TeamAtWork.body;
import static dev.keshi.e2e.TeamAtWork.today;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.client.Answer;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.launcher.platform.Service;
import dev.keshi.test.Eventually;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What people do in every service on any day, through the gateway. They have just signed in, so nobody has to while it is away. */
final class DayAtWork {

    private static final String PEOPLE = "/api/org/v1/people";
    private static final String ITEMS = "/api/workflow/v1/work-items";
    private static final String PERFORMANCE = "/api/performance/v1";
    private static final String TRAINING = "/api/training/v1";
    private static final String RISKS = "/api/risk/v1/risks";
    private static final String OBLIGATIONS = "/api/notification/v1/obligations";
    private static final String EVENTS = "/api/reporting/v1/events";

    private final Keshi keshi;
    private final Caller employee;
    private final Caller manager;
    private final Caller personnel;
    private final Caller auditor;
    private final JsonNode me;
    private final String course;

    DayAtWork(Keshi keshi) {
        this.keshi = keshi;
        employee = signedIn(Part.EMPLOYEE);
        manager = signedIn(Part.MANAGER);
        personnel = signedIn(Part.HR);
        auditor = signedIn(Part.AUDITOR);
        me = employee.get(PEOPLE + "/me").expect(200).json().path("person");
        course = published();
    }

    /** All services answer again. A command that comes in the moment in which the gateway still spares one may be refused. */
    void goesOn() {
        for (Service service : Service.values()) {
            if (service != Service.GATEWAY) {
                Eventually.holds(() -> read(service).status() == 200);
            }
        }
        var unused = commands(Optional.empty());
    }

    /** Nobody else notices; of what is down people are told so. @return the id of a risk that was registered meanwhile, when it could be */
    String goesOnWithout(Service down) {
        Answer refused = read(down);
        assertThat(refused.status()).as(refused.call()).isEqualTo(503);
        assertThat(refused.json().path("code").asString()).as(refused.call()).isEqualTo("service-unavailable");
        return commands(Optional.of(down));
    }

    private String commands(Optional<Service> down) {
        String risk = "";
        for (Service service : Service.values()) {
            if (service == Service.GATEWAY || down.filter(service::equals).isPresent()) {
                continue;
            }
            switch (service) {
                case ORG -> answered(hire());
                case WORKFLOW -> workIsDone();
                case PERFORMANCE -> answered(personnel.post(PERFORMANCE + "/cycles", plan()));
                case TRAINING -> aSessionTakesPeopleIn();
                case RISK ->
                    risk = Leave.id(answered(employee.post(RISKS, risk())).json());
                case NOTIFICATION, REPORTING -> answered(read(service));
                case GATEWAY -> throw new IllegalStateException();
            }
        }
        return risk;
    }

    private Answer read(Service service) {
        return switch (service) {
            case ORG -> employee.get(PEOPLE + "/me");
            case WORKFLOW -> employee.get("/api/workflow/v1/work-list");
            case PERFORMANCE -> employee.get(PERFORMANCE + "/cycles");
            case TRAINING -> employee.get(TRAINING + "/courses");
            case RISK -> employee.get(RISKS);
            case NOTIFICATION -> manager.get(OBLIGATIONS);
            case REPORTING -> auditor.get(EVENTS);
            case GATEWAY -> throw new IllegalArgumentException("the gateway itself");
        };
    }

    Answer hire() {
        return personnel.post(
                PEOPLE,
                body().put("employeeNumber", "D-" + UUID.randomUUID().toString().substring(0, 20))
                        .put("name", "新员工")
                        .put("departmentId", me.path("departmentId").asString()));
    }

    private void workIsDone() {
        String item = ITEMS + "/"
                + Leave.id(answered(manager.post(
                                ITEMS,
                                body().put("ownerId", Leave.id(me))
                                        .put("title", "日常工作")
                                        .put("dueDate", today().toString())))
                        .json());
        answered(change(employee, item, "/report"));
        answered(change(manager, item, "/accept"));
    }

    private void aSessionTakesPeopleIn() {
        Instant start = Instant.now().plus(Duration.ofDays(3));
        String session = Leave.id(answered(manager.post(
                        TRAINING + "/sessions",
                        body().put("courseCode", course)
                                .put("lecturerName", "外聘讲师")
                                .put("place", "三楼培训室")
                                .put("startsAt", start.toString())
                                .put("endsAt", start.plusSeconds(3600).toString())
                                .put("capacity", 5)))
                .json());
        answered(employee.post(TRAINING + "/sessions/" + session + "/enrol", body()));
    }

    private String published() {
        String code = "C-" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        personnel
                .post(
                        TRAINING + "/courses",
                        body().put("code", code)
                                .put("name", "数据分析软件")
                                .put("form", "INTERNAL")
                                .put("subject", "TOOLS")
                                .put("minutes", 60))
                .expect(201);
        return code;
    }

    private ObjectNode plan() {
        ObjectNode plan = body().put("name", "本月考核")
                .put("kind", "MONTHLY")
                .put("extent", "PARTIAL")
                .put("firstDay", today().minusDays(29).toString())
                .put("lastDay", today().toString())
                .put("populationOn", today().toString())
                .put("departmentId", me.path("departmentId").asString());
        plan.putArray("families").add("RESULT").add("ABILITY");
        return plan;
    }

    private ObjectNode risk() {
        ObjectNode risk = body().put("kind", "OPERATION")
                .put("title", "关键供应商单一")
                .put("description", "只有一家供应商")
                .put("departmentId", me.path("departmentId").asString());
        risk.putObject("inherent").put("likelihood", 4).put("impact", 4);
        return risk;
    }

    private static Answer change(Caller person, String path, String verb) {
        return person.post(
                path + verb, body(), "If-Match", person.get(path).expect(200).etag());
    }

    private static Answer answered(Answer answer) {
        assertThat(answer.status()).as("%s: %s", answer.call(), answer.body()).isBetween(200, 299);
        return answer;
    }

    private Caller signedIn(Part part) {
        String login = keshi.enterprise().demo().loginOf(part);
        Caller person = Caller.person(keshi.gateway(), login, keshi.password(login));
        assertThat(person.token()).isNotEmpty();
        return person;
    }
}
