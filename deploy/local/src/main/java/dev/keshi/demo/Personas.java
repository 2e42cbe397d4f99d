package dev.keshi.demo;

import java.util.List;
import java.util.Optional;

/**
 * People who are there whatever the seed and size, for tours, tests and first steps. {@code lin.xiaoyu} is an ordinary
 * employee of the operations department; {@code chen.zhiyuan} manages it; {@code zhou.min} is the deputy of the group who
 * is in charge of it (分管). {@code he.jing} works in personnel (role HR), {@code xu.zheng} in audit (role AUDITOR),
 * {@code zhao.guodong} leads the group.
 */
public final class Personas {

    public static final String EMPLOYEE = "lin.xiaoyu";
    public static final String COLLEAGUE = "wu.tian";
    public static final String DEPARTMENT_MANAGER = "chen.zhiyuan";
    public static final String DEPUTY_IN_CHARGE = "zhou.min";
    public static final String CHIEF_EXECUTIVE = "zhao.guodong";
    public static final String PERSONNEL = "he.jing";
    public static final String PERSONNEL_MANAGER = "sun.lijuan";
    public static final String AUDITOR = "xu.zheng";

    /** Where in a department a persona stands. */
    enum Place {
        MANAGER,
        DEPUTY,
        MEMBER
    }

    /** @param area for a deputy, the Chinese name of the area in charge of */
    record Persona(
            String loginName,
            String name,
            String department,
            Place place,
            String position,
            String area,
            Optional<String> role) {}

    static final List<Persona> ALL = List.of(
            persona(CHIEF_EXECUTIVE, "赵国栋", "KS", Place.MANAGER, "CEO"),
            new Persona(DEPUTY_IN_CHARGE, "周敏", "KS", Place.DEPUTY, "VP", "运营与人力", Optional.empty()),
            persona(DEPARTMENT_MANAGER, "陈志远", "KS-OPS", Place.MANAGER, "DEPARTMENT-MANAGER"),
            persona(EMPLOYEE, "林晓雨", "KS-OPS", Place.MEMBER, "OPERATIONS-ASSISTANT"),
            persona(COLLEAGUE, "吴恬", "KS-OPS", Place.MEMBER, "OPERATIONS-SPECIALIST"),
            persona(PERSONNEL_MANAGER, "孙丽娟", "KS-HR", Place.MANAGER, "DEPARTMENT-MANAGER"),
            new Persona(PERSONNEL, "何静", "KS-HR", Place.MEMBER, "HR-SPECIALIST", "", Optional.of("HR")),
            new Persona(AUDITOR, "许征", "KS-AUD", Place.MEMBER, "AUDITOR", "", Optional.of("AUDITOR")));

    private Personas() {}

    private static Persona persona(String loginName, String name, String department, Place place, String position) {
        return new Persona(loginName, name, department, place, position, "", Optional.empty());
    }
}
