package dev.keshi.launcher.activity;

import dev.keshi.launcher.client.Caller;
import tools.jackson.databind.JsonNode;

/** Who somebody is. */
public final class People {

    private People() {}

    public static String idOf(Caller person) {
        return me(person).path("id").asString();
    }

    /** Where somebody works. */
    public static String departmentOf(Caller person) {
        return me(person).path("departmentId").asString();
    }

    /** Which position somebody holds; empty when none is known. */
    public static String positionOf(Caller person) {
        return me(person).path("positionId").asString("");
    }

    /**
     * Takes somebody in as of today, with an account that waits for its owner.
     *
     * @param position empty for none
     * @return the id of the person
     */
    public static String hire(
            Caller personnel, String number, String name, String login, String department, String position) {
        var hired =
                Resource.body().put("employeeNumber", number).put("name", name).put("departmentId", department);
        if (!position.isEmpty()) {
            hired.put("positionId", position);
        }
        String id = personnel
                .post("/api/org/v1/people", hired)
                .expect(201)
                .json()
                .path("person")
                .path("id")
                .asString();
        var account = Resource.body().put("personId", id).put("loginName", login);
        account.putArray("roles").add("EMPLOYEE");
        personnel.post("/api/org/v1/accounts", account).expect(201);
        return id;
    }

    private static JsonNode me(Caller person) {
        return person.get("/api/org/v1/people/me").expect(200).json().path("person");
    }
}
