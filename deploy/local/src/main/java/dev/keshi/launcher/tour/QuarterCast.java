package dev.keshi.launcher.tour;

import dev.keshi.launcher.activity.People;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Accounts;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.launcher.demo.DemoRecord;
import java.util.List;
import java.util.stream.Stream;

/**
 * Those who live through a quarter.
 *
 * @param employeeId of the one whose work, risk and grade it is about
 * @param departmentId where that one works
 */
record QuarterCast(
        Caller employee,
        Caller manager,
        Caller personnel,
        Caller auditor,
        List<Caller> colleagues,
        String employeeId,
        String departmentId) {

    QuarterCast {
        colleagues = List.copyOf(colleagues);
    }

    static QuarterCast of(Accounts accounts, DemoRecord demo) {
        var employee = person(accounts, demo, Part.EMPLOYEE);
        return new QuarterCast(
                employee,
                person(accounts, demo, Part.MANAGER),
                person(accounts, demo, Part.HR),
                person(accounts, demo, Part.AUDITOR),
                Stream.of(Part.FIRST_COLLEAGUE, Part.SECOND_COLLEAGUE, Part.THIRD_COLLEAGUE)
                        .map(part -> person(accounts, demo, part))
                        .toList(),
                People.idOf(employee),
                People.departmentOf(employee));
    }

    private static Caller person(Accounts accounts, DemoRecord demo, Part part) {
        return accounts.caller(demo.loginOf(part)).insisting();
    }
}
