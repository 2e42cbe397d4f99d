package dev.keshi.workflow.approver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A small enterprise in memory: people and departments are made as they are mentioned. */
public final class Organisation implements ApproverDirectory {

    private final Map<PersonId, Colleague> people = new HashMap<>();
    private final Map<DepartmentId, Department> departments = new HashMap<>();
    private final Map<RoleName, List<PersonId>> holders = new HashMap<>();

    /**
     * Head office with the operations department below it and a planning group below that. zhao leads the enterprise, li
     * leads operations, chen leads the planning group; wang and wu work there; sun is deputy in charge of operations.
     * hr1 and hr2 hold the role HR.
     */
    public static Organisation usual() {
        return new Organisation()
                .department("head", null, "zhao", new Department.Deputy(person("sun"), Set.of(new DepartmentId("ops"))))
                .department("ops", "head", "li")
                .department("planning", "ops", "chen")
                .employ("zhao", "head")
                .employ("sun", "head")
                .employ("li", "ops")
                .employ("chen", "planning")
                .employ("wang", "ops")
                .employ("wu", "planning")
                .employ("hr1", "head")
                .employ("hr2", "head")
                .role("HR", "hr1", "hr2");
    }

    public static PersonId person(String id) {
        return new PersonId(id);
    }

    public Organisation department(String id, String parent, String manager, Department.Deputy... deputies) {
        var key = new DepartmentId(id);
        departments.put(
                key,
                new Department(
                        key,
                        parent == null ? null : new DepartmentId(parent),
                        manager == null ? null : person(manager),
                        List.of(deputies)));
        return this;
    }

    public Organisation employ(String id, String department) {
        people.put(person(id), new Colleague(person(id), new DepartmentId(department), null));
        return this;
    }

    public Organisation reports(String id, String superior) {
        var colleague = people.get(person(id));
        people.put(person(id), new Colleague(person(id), colleague.department(), person(superior)));
        return this;
    }

    public Organisation leave(String id) {
        people.remove(person(id));
        return this;
    }

    public Organisation role(String name, String... people) {
        var list = new ArrayList<PersonId>();
        for (var id : people) {
            list.add(person(id));
        }
        holders.put(new RoleName(name), list);
        return this;
    }

    @Override
    public Optional<Colleague> colleague(PersonId id) {
        return Optional.ofNullable(people.get(id));
    }

    @Override
    public Optional<Department> department(DepartmentId id) {
        return Optional.ofNullable(departments.get(id));
    }

    @Override
    public List<PersonId> holdersOf(RoleName role, int most) {
        return holders.getOrDefault(role, List.of()).stream()
                .filter(people::containsKey)
                .limit(most)
                .toList();
    }
}
