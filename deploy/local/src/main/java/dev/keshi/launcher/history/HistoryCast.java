package dev.keshi.launcher.history;

import dev.keshi.launcher.activity.People;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Accounts;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.launcher.demo.DemoRecord;
import java.util.List;
import java.util.stream.Stream;

/** Those whose year it is; the commands of each have the keys of a series for the quarter. */
record HistoryCast(Caller manager, String managerId, Caller personnel, List<Worker> workers, String departmentId) {

    HistoryCast {
        workers = List.copyOf(workers);
    }

    /** Somebody who works in the department. */
    record Worker(Caller caller, String id) {}

    static HistoryCast of(Accounts accounts, DemoRecord demo, int quarter) {
        var department = People.departmentOf(accounts.caller(demo.loginOf(Part.EMPLOYEE)));
        var workers = Stream.of(Part.EMPLOYEE, Part.FIRST_COLLEAGUE, Part.SECOND_COLLEAGUE, Part.THIRD_COLLEAGUE)
                .map(part -> caller(accounts, demo, part, quarter))
                // A small enterprise has fewer there.
                .filter(person -> People.departmentOf(person).equals(department))
                .map(person -> new Worker(person, People.idOf(person)))
                .toList();
        var manager = caller(accounts, demo, Part.MANAGER, quarter);
        return new HistoryCast(
                manager, People.idOf(manager), caller(accounts, demo, Part.HR, quarter), workers, department);
    }

    private static Caller caller(Accounts accounts, DemoRecord demo, Part part, int quarter) {
        return accounts.caller(demo.loginOf(part))
                .insisting()
                .inSeries("history %s %d %s".formatted(demo.importId(), quarter, part));
    }
}
