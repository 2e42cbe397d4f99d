package dev.keshi.chaos.load;

import dev.keshi.chaos.ledger.Stores;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.DemoEnterprise;
import dev.keshi.launcher.platform.Service;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** People who are hired for the fault run, with accounts and a role that few have, so that tasks can be offered to them. */
public final class Newcomers {

    /** The role they have beside their own work. */
    public static final String ROLE = "AUDITOR";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DemoEnterprise enterprise;
    private final Caller administrator;
    private final Stores stores;

    public Newcomers(DemoEnterprise enterprise, Stores stores) {
        this.enterprise = enterprise;
        this.administrator = enterprise.accounts().administrator();
        this.stores = stores;
    }

    /** Someone new, known to everybody who hands out tasks. */
    public Person hire(String number, String department) {
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
        account.putArray("roles").add("EMPLOYEE").add(ROLE);
        administrator.post("/api/org/v1/accounts", account).expect(201);
        awaitCopy("directory_people", "_id", id);
        awaitCopy("directory_accounts", "personId", id);
        return new Person(enterprise.accounts().caller(login), id);
    }

    private void awaitCopy(String collection, String field, String value) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (stores.in(Service.WORKFLOW, collection, field, List.of(value)).isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("workflow-service does not know %s %s".formatted(field, value));
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static ObjectNode node() {
        return JsonMapper.shared().createObjectNode();
    }
}
