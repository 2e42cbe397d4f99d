package dev.keshi.launcher;

import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.launcher.demo.DemoEnterprise;
import dev.keshi.launcher.demo.DemoRecord;
import dev.keshi.launcher.platform.Checkout;
import dev.keshi.launcher.platform.Platform;
import dev.keshi.launcher.platform.TurnTaking;
import dev.keshi.launcher.tour.Step;
import dev.keshi.launcher.tour.Tour;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Takes the tour of a platform that runs with its demo enterprise. */
record TourVerb(Checkout checkout, Terminal terminal) implements Verb {

    private static final JsonMapper JSON = JsonMapper.shared();

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
            List<Step> steps = take(platform, json ? step -> {} : this::show, json ? line -> {} : terminal::say);
            if (json) {
                terminal.print(json(steps));
            }
            return Tour.succeeded(steps) ? DONE : FAILED;
        }
    }

    /** The tour as {@code up} takes it. */
    boolean take(Platform platform) {
        return Tour.succeeded(take(platform, this::show, terminal::say));
    }

    private static List<Step> take(Platform platform, Consumer<Step> listener, Consumer<String> detail) {
        var demo = DemoRecord.in(platform.state());
        return new Tour(platform, DemoEnterprise.accountsOf(platform), demo, listener, detail).take();
    }

    private void show(Step step) {
        if (step.passed()) {
            terminal.done(step.name(), step.figure(), step.took());
        } else {
            terminal.failed(step.name(), step.figure());
        }
    }

    static String json(List<Step> steps) {
        ObjectNode root = JSON.createObjectNode().put("passed", Tour.succeeded(steps));
        var array = root.putArray("steps");
        for (Step step : steps) {
            array.addObject()
                    .put("name", step.name())
                    .put("passed", step.passed())
                    .put("figure", step.figure())
                    .put("seconds", step.took().toMillis() / 1000.0)
                    .set("values", JSON.valueToTree(step.values()));
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }
}
