package dev.keshi.chaos.load;

import dev.keshi.chaos.ledger.Stores;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.DemoEnterprise;
import dev.keshi.launcher.platform.Service;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** People who are hired for the fault run, with accounts and a role that few have, so that tasks can be offered to them. */
public final class Newcomers {

    /** The role they have beside their own work. */
    public static final String ROLE = "AUDITOR";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DemoEnterprise enterprise;
    private final Caller personnel;
    private final Caller administrator;
    private final Stores stores;

    /** @param personnel who opens departments for them, and says by what their work is judged */
    public Newcomers(DemoEnterprise enterprise, Caller personnel, Stores stores) {
        this.enterprise = enterprise;
        this.personnel = personnel;
        this.administrator = enterprise.accounts().administrator();
        this.stores = stores;
    }

    /** @return the id of a department that is opened for them */
    public String department(String code, String parent) {
        return personnel
                .post(
                        DepartmentStory.DEPARTMENTS,
                        node().put("parentId", parent).put("code", code).put("name", "临时部门"))
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    /** @return the code of a template that is released for them: two indicators, both as people see them */
    public String template(String run) {
        String code = "chaos-" + run.toLowerCase(Locale.ROOT).replace(".", "");
        ObjectNode template = node().put("code", code).put("name", "临时部门考核");
        template.putArray("positions");
        var indicators = template.putArray("indicators");
        Map.of("care", 60, "order", 40)
                .forEach((indicator, weight) -> indicators
                        .addObject()
                        .put("code", indicator)
                        .put("family", "ATTITUDE")
                        .put("weight", weight)
                        .put("name", "认真有序")
                        .put("standard", "认真有序"));
        var drafted =
                personnel.post(AppraisalStory.API + "/templates", template).expect(201);
        personnel
                .post(
                        "%s/templates/%s/release"
                                .formatted(
                                        AppraisalStory.API,
                                        drafted.json().path("id").asString()),
                        node(),
                        "If-Match",
                        drafted.etag())
                .expect(200);
        return code;
    }

    /** Someone new, known to everybody who hands out tasks, and who asks people to rate each other. */
    public Person hire(String number, String department) {
        return hire(number, department, List.of("EMPLOYEE", ROLE));
    }

    /** The same without the role. */
    public Person employ(String number, String department) {
        return hire(number, department, List.of("EMPLOYEE"));
    }

    private Person hire(String number, String department, List<String> roles) {
        String id = administrator
                .post(
                        StaffStory.PEOPLE,
                        node().put("employeeNumber", number).put("name", number).put("departmentId", department))
                .expect(201)
                .json()
                .path("person")
                .path("id")
                .asString();
        String login = number.toLowerCase(Locale.ROOT);
        var account = node().put("personId", id).put("loginName", login);
        var given = account.putArray("roles");
        roles.forEach(given::add);
        administrator.post("/api/org/v1/accounts", account).expect(201);
        awaitCopy(Service.WORKFLOW, "directory_people", "_id", id);
        awaitCopy(Service.WORKFLOW, "directory_accounts", "personId", id);
        awaitCopy(Service.PERFORMANCE, "directory_people", "_id", id);
        awaitCopy(Service.PERFORMANCE, "employments", "_id", id);
        return new Person(enterprise.accounts().caller(login), id);
    }

    /** Whoever works in the department is judged by this one from now on. */
    public void lead(Person manager, String department) {
        String path = DepartmentStory.DEPARTMENTS + "/" + department;
        administrator
                .post(
                        path + "/manager",
                        node().put("personId", manager.id()),
                        "If-Match",
                        administrator.get(path).expect(200).etag())
                .expect(200);
        awaitCopy(Service.PERFORMANCE, "directory_departments", "managerId", manager.id());
    }

    private void awaitCopy(Service service, String collection, String field, String value) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (stores.in(service, collection, field, List.of(value)).isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("%s does not know %s %s".formatted(service.module(), field, value));
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static ObjectNode node() {
        return JsonMapper.shared().createObjectNode();
    }
}
