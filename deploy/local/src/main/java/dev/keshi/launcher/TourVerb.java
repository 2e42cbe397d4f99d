package dev.keshi.launcher;

import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.launcher.demo.DemoEnterprise;
import dev.keshi.launcher.demo.DemoRecord;
import dev.keshi.launcher.platform.Checkout;
import dev.keshi.launcher.platform.Platform;
import dev.keshi.launcher.platform.Service;
import dev.keshi.launcher.platform.TurnTaking;
import dev.keshi.launcher.tour.Goal;
import dev.keshi.launcher.tour.Step;
import dev.keshi.launcher.tour.Tour;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Takes the tour of a platform that runs with its demo enterprise. */
record TourVerb(Checkout checkout, Terminal terminal) implements Verb {

    @Override
    public int run(List<String> typed) {
        var arguments = Arguments.parse(typed, Set.of("--json"), Set.of());
        arguments.requireNoWords();
        var platform = Platform.of(checkout, Optional.empty());
        if (!platform.somethingRuns() || !DemoRecord.in(platform.state()).isLoaded()) {
            throw new LocalFailure(
                    "The tour needs a running platform with the demo enterprise: start it with ./keshi up.");
        }
        boolean json = arguments.has("--json");
        try (var turn = TurnTaking.in(platform.state())) {
            if (!json) {
                return take(platform, List.of()) ? DONE : FAILED;
            }
            List<Step> steps = take(platform, step -> {}, line -> {});
            terminal.print(TourReport.of(steps).text());
            return Tour.succeeded(steps) ? DONE : FAILED;
        }
    }

    /**
     * The tour as {@code up} takes it.
     *
     * @param before goals of what was shown before it
     */
    boolean take(Platform platform, List<Goal> before) {
        List<Step> steps = take(platform, this::show, terminal::say);
        terminal.say(ending(steps, before));
        if (!Tour.succeeded(steps)) {
            Status.ofClock(platform.clock()).ifPresent(terminal::say);
            terminal.say(
                    "./keshi tour takes it again from there; ./keshi reset --yes begins anew, with all data gone.");
        }
        return Tour.succeeded(steps);
    }

    /** How it ended, in one sentence; a goal that was missed is no failure. */
    static String ending(List<Step> steps, List<Goal> before) {
        if (!Tour.succeeded(steps)) {
            return "The tour did not succeed (✗)" + whatTellsMore(steps);
        }
        var goals = Stream.concat(before.stream(), Tour.goals(steps).stream()).toList();
        long missed = goals.stream().filter(goal -> !goal.isMet()).count();
        return missed == 0
                ? "Every step succeeded, and every goal was met."
                : "Every step succeeded. %d of %d goals (!) were missed: it works, slower or larger here than aimed at (docs/progress.md)."
                        .formatted(missed, goals.size());
    }

    /** The log of the service that answered otherwise than it should; what was wrong without any call, a log does not tell. */
    private static String whatTellsMore(List<Step> steps) {
        return steps.stream()
                .filter(step -> !step.passed())
                .flatMap(step -> Stream.of(Service.values())
                        .filter(service -> step.figure().contains("/api/" + service.route() + "/")))
                .findFirst()
                .map(service -> ": ./keshi logs %s tells more.".formatted(service.module()))
                .orElse(".");
    }

    private static List<Step> take(Platform platform, Consumer<Step> listener, Consumer<String> detail) {
        var enterprise = new DemoEnterprise(platform);
        enterprise.completeCast();
        List<Step> steps = new Tour(platform, enterprise.accounts(), enterprise.demo(), listener, detail).take();
        TourReport.of(steps).keep(platform.state());
        if (Tour.succeeded(steps)) {
            enterprise.demo().rememberToured();
        }
        return steps;
    }

    private void show(Step step) {
        if (step.passed()) {
            terminal.missed(step.name(), step.figure(), step.took(), step.missedGoals());
        } else {
            terminal.failed(step.name(), step.figure());
        }
    }
}
