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

    private static JsonNode me(Caller person) {
        return person.get("/api/org/v1/people/me").expect(200).json().path("person");
    }
}
