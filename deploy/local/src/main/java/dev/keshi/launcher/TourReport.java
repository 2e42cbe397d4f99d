package dev.keshi.launcher;

import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.infrastructure.process.StateFolder;
import dev.keshi.launcher.tour.Goal;
import dev.keshi.launcher.tour.Step;
import dev.keshi.launcher.tour.Tour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A tour as JSON. The last one is kept, so that {@code status} can tell which goals were met. It lies with the data and goes with it. */
record TourReport(JsonNode json) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static TourReport of(List<Step> steps) {
        ObjectNode root = JSON.createObjectNode()
                .put("passed", Tour.succeeded(steps))
                .put("goalsMet", Tour.missedGoals(steps).isEmpty());
        var array = root.putArray("steps");
        for (Step step : steps) {
            ObjectNode node = array.addObject()
                    .put("name", step.name())
                    .put("passed", step.passed())
                    .put("figure", step.figure())
                    .put("seconds", step.took().toMillis() / 1000.0);
            node.set("values", JSON.valueToTree(step.values()));
            var goals = node.putArray("goals");
            step.goals().forEach(goal -> describe(goal, goals.addObject()));
        }
        return new TourReport(root);
    }

    private static void describe(Goal goal, ObjectNode node) {
        node.put("name", goal.name());
        node.put("measured", goal.measured());
        node.put("goal", goal.most());
        node.put("unit", goal.unit());
        node.put("met", goal.isMet());
    }

    /** The last tour; one without steps when there was none. */
    static TourReport in(StateFolder state) {
        try {
            return new TourReport(JSON.readTree(Files.readString(file(state))));
        } catch (IOException | JacksonException none) {
            return of(List.of());
        }
    }

    void keep(StateFolder state) {
        try {
            Files.writeString(file(state), text());
        } catch (IOException e) {
            throw new LocalFailure(
                    "%s cannot be written (%s): check its owner and the disk.".formatted(file(state), e), e);
        }
    }

    /** All goals of all steps, each with {@code name}, {@code measured}, {@code goal}, {@code unit} and {@code met}. */
    ArrayNode goals() {
        var all = JSON.createArrayNode();
        json.path("steps").forEach(step -> step.path("goals").forEach(all::add));
        return all;
    }

    String text() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }

    private static Path file(StateFolder state) {
        return state.data("tour.json");
    }
}
