package dev.keshi.launcher;

import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.launcher.demo.DemoEnterprise;
import dev.keshi.launcher.demo.DemoRecord;
import dev.keshi.launcher.platform.Checkout;
import dev.keshi.launcher.platform.Platform;
import dev.keshi.launcher.platform.TurnTaking;
import dev.keshi.launcher.tour.Goal;
import dev.keshi.launcher.tour.Step;
import dev.keshi.launcher.tour.Tour;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

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
                return take(platform) ? DONE : FAILED;
            }
            List<Step> steps = take(platform, step -> {}, line -> {});
            terminal.print(TourReport.of(steps).text());
            return Tour.succeeded(steps) ? DONE : FAILED;
        }
    }

    /** The tour as {@code up} takes it. */
    boolean take(Platform platform) {
        List<Step> steps = take(platform, this::show, terminal::say);
        terminal.say(ending(steps));
        return Tour.succeeded(steps);
    }

    /** How it ended, in one sentence; a goal that was missed is no failure. */
    static String ending(List<Step> steps) {
        if (!Tour.succeeded(steps)) {
            return "The tour ended at the step that failed (✗): ./keshi logs SERVICE tells more.";
        }
        int missed = Tour.missedGoals(steps).size();
        return missed == 0
                ? "Every step succeeded, and every goal was met."
                : "Every step succeeded. %d of %d goals (!) were missed: it works, slower or larger here than aimed at."
                        .formatted(missed, Tour.goals(steps).size());
    }

    private static List<Step> take(Platform platform, Consumer<Step> listener, Consumer<String> detail) {
        var enterprise = new DemoEnterprise(platform);
        enterprise.completeCast();
        List<Step> steps = new Tour(platform, enterprise.accounts(), enterprise.demo(), listener, detail).take();
        TourReport.of(steps).keep(platform.state());
        return steps;
    }

    private void show(Step step) {
        List<Goal> missed = step.missedGoals();
        if (!step.passed()) {
            terminal.failed(step.name(), step.figure());
        } else if (missed.isEmpty()) {
            terminal.done(step.name(), step.figure(), step.took());
        } else {
            terminal.missed(
                    step.name(),
                    step.figure(),
                    step.took(),
                    missed.stream().map(Goal::words).collect(Collectors.joining("; ")));
        }
    }
}
