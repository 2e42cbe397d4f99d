package dev.keshi.launcher;

import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.launcher.demo.Accounts;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.launcher.demo.DemoEnterprise;
import dev.keshi.launcher.demo.DemoRecord;
import dev.keshi.launcher.history.History;
import dev.keshi.launcher.platform.Platform;
import dev.keshi.launcher.tour.Goal;
import dev.keshi.launcher.tour.QuarterStory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code up} does when everything runs: the demo enterprise, the tour, and where to go from there.
 *
 * @param people how many were asked for
 * @param history whether a year of history was asked for
 */
record DemoStage(Platform platform, Terminal terminal, Optional<Integer> people, boolean history) {

    boolean isLoaded() {
        return demo().isLoaded();
    }

    /** Before anything is started: whether what was asked for can be had. */
    void check() {
        var demo = demo();
        if (demo.isRefused() && people.isPresent()) {
            throw new LocalFailure(
                    "This platform was started without the demo enterprise and keeps its own data: start over with ./keshi reset --yes to get %d demo people."
                            .formatted(people.get()));
        }
        if (demo.isLoaded() && people.isPresent() && people.get() != demo.people()) {
            throw new LocalFailure(
                    "The demo enterprise has %d people already: start over with ./keshi reset --yes to get %d."
                            .formatted(demo.people(), people.get()));
        }
    }

    /** Before the first start on empty data: so far back that what is lived through then ends today. */
    void setClock() {
        platform.beginBefore(QuarterStory.DAYS + (history ? History.DAYS : 0));
        boolean untouched = demo().historyQuarters() == 0 && !isHistoryUnfinished();
        if (history && untouched && platform.clock().offset().toDays() > -History.DAYS) {
            throw new LocalFailure(
                    "A year of history begins on empty data, with a MongoDB and a Kafka of its own: start over with ./keshi reset --yes.");
        }
    }

    /**
     * @param before goals of the start, which the tour's last sentence counts too
     * @return whether the tour succeeded
     */
    boolean run(List<Goal> before) {
        var enterprise = new DemoEnterprise(platform);
        var demo = enterprise.demo();
        if (demo.isRefused()) {
            showWithoutDemo(enterprise.accounts());
            return true;
        }
        if (!demo.isLoaded()) {
            terminal.blank();
            enterprise.load(people.orElse(DemoEnterprise.PEOPLE), terminal::done);
        }
        if (history || isHistoryUnfinished()) {
            new History(enterprise, platform.clock())
                    .make((quarter, figure, took) -> terminal.done(
                            "history, quarter %d of %d".formatted(quarter, History.QUARTERS), figure, took));
        }
        boolean toured = demo.isToured() || tour(before);
        showAccounts(enterprise);
        return toured;
    }

    /** What was begun is finished, also by an {@code up} that does not ask for it: the clock stands in the middle of it. */
    private boolean isHistoryUnfinished() {
        int made = demo().historyQuarters();
        return demo().isHistoryBegun() || (made > 0 && made < History.QUARTERS);
    }

    private boolean tour(List<Goal> before) {
        terminal.blank();
        return new TourVerb(platform.checkout(), terminal).take(platform, before);
    }

    private void showAccounts(DemoEnterprise enterprise) {
        var demo = enterprise.demo();
        Map<String, String> logins = new LinkedHashMap<>();
        logins.put("an employee", demo.loginOf(Part.EMPLOYEE));
        logins.put("the manager", demo.loginOf(Part.MANAGER));
        logins.put("an administrator", Accounts.ADMINISTRATOR);
        terminal.blank();
        showAddresses();
        terminal.blank();
        terminal.print(
                "Accounts to try (%d people; ./keshi token NAME signs any of them in):".formatted(demo.people()));
        logins.forEach((who, login) -> terminal.print(
                "  %-18s %-16s %s".formatted(who, login, enterprise.accounts().password(login))));
    }

    private void showWithoutDemo(Accounts accounts) {
        terminal.blank();
        showAddresses();
        accounts.oneTimeLink().ifPresent(link -> terminal.print("  first administrator: open once " + link));
    }

    private void showAddresses() {
        String gateway = platform.ports().gateway();
        terminal.print("Keshi runs at %s".formatted(gateway));
        terminal.print("  all interfaces     %s/docs".formatted(gateway));
        terminal.print("  all events         %s/events/asyncapi.json".formatted(gateway));
        terminal.print("  kafka              %s".formatted(platform.status().kafka()));
    }

    private DemoRecord demo() {
        return DemoRecord.in(platform.state());
    }
}
