package dev.keshi.launcher.history;

import dev.keshi.launcher.activity.People;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Accounts;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.launcher.demo.DemoEnterprise;
import dev.keshi.launcher.demo.Team;
import dev.keshi.launcher.platform.SideBySide;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Those of one department whose quarter it is; the commands of each have the keys of a series for the quarter and the department.
 *
 * @param place of the department among those of the history, from 0
 * @param personnel who keeps appraisals and courses
 * @param namesPeers the manager, where a repetition finds out by itself
 */
record DepartmentCast(
        DepartmentKind kind,
        int place,
        Caller manager,
        Caller namesPeers,
        Caller personnel,
        List<Worker> workers,
        String departmentId,
        Newcomers newcomers) {

    private static final int MOST_WORKERS = 10;

    DepartmentCast {
        workers = List.copyOf(workers);
    }

    /** Somebody who works in the department. */
    record Worker(Caller caller, String id) {}

    /** Signs in who has been hired. */
    interface Newcomers {
        Caller signIn(String login);
    }

    /** One of each kind that the enterprise has. */
    static List<DepartmentCast> of(DemoEnterprise enterprise, int quarter) {
        var kinds = new ArrayList<DepartmentKind>();
        var teams = new ArrayList<Team>();
        Arrays.stream(DepartmentKind.values())
                .forEach(kind -> enterprise.team(kind.code(), MOST_WORKERS).ifPresent(team -> {
                    kinds.add(kind);
                    teams.add(team);
                }));
        var logins = teams.stream()
                .flatMap(team -> Stream.concat(Stream.of(team.manager()), team.members().stream()))
                .toList();
        SideBySide.forEach(logins, login -> enterprise.accounts().caller(login));
        var casts = new ArrayList<DepartmentCast>();
        for (int place = 0; place < teams.size(); place++) {
            casts.add(of(enterprise, quarter, kinds.get(place), place, teams.get(place)));
        }
        return casts;
    }

    private static DepartmentCast of(
            DemoEnterprise enterprise, int quarter, DepartmentKind kind, int place, Team team) {
        var accounts = enterprise.accounts();
        String series = "history %s %d %s".formatted(enterprise.demo().importId(), quarter, team.department());
        var workers = team.members().stream()
                .map(login -> caller(accounts, login, series))
                .map(caller -> new Worker(caller, People.idOf(caller)))
                .toList();
        return new DepartmentCast(
                kind,
                place,
                caller(accounts, team.manager(), series),
                accounts.caller(team.manager()).insisting(),
                caller(accounts, enterprise.demo().loginOf(Part.HR), series),
                workers,
                People.departmentOf(workers.getFirst().caller()),
                login -> caller(accounts, login, series));
    }

    private static Caller caller(Accounts accounts, String login, String series) {
        return accounts.caller(login).insisting().inSeries(series);
    }
}
