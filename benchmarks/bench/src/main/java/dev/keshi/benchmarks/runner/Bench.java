package dev.keshi.benchmarks.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** {@code bench B3|B4|B6|B8 [--quick] [--json] [--rounds N] [--seconds N] [--only a,b] [--port-base P]}. */
final class Bench {

    private static final String CYCLES = "cycles";

    /** MiB: a quarter of what other contenders have must be enough. */
    private static final int LITTLE_HEAP = 256;

    private Bench() {}

    public static void main(String[] arguments) throws IOException {
        var plan = Plan.of(arguments);
        var root = Path.of(System.getProperty("keshi.root", ".")).toAbsolutePath();
        var result = switch (plan.id()) {
            case "B3" -> onAStage(root, plan, stage -> new OutboxBenchmark(stage, plan).run());
            case "B6" -> onAStage(root, plan, stage -> new ReplayBenchmark(stage, plan).run());
            case "B4" -> onAStage(root, plan, stage -> new DrainBenchmark(stage, plan).run());
            case "B8" -> performance(root, plan);
            default -> throw new IllegalArgumentException("There are the benchmarks B3, B4, B6 and B8.");
        };
        var mapper = JsonMapper.builder().build();
        var part = plan.only().isEmpty() ? "" : "-" + String.join("-", plan.only());
        var results = Files.createDirectories(root.resolve("benchmarks/target/results"));
        Files.writeString(
                results.resolve(plan.id() + part + (plan.quick() ? "-quick" : "") + ".json"),
                mapper.writerWithDefaultPrettyPrinter().writeValueAsString(result));
        if (plan.json()) {
            System.out.println(mapper.writeValueAsString(result));
        }
    }

    /** What is measured, on servers of its own. */
    @FunctionalInterface
    private interface Part {
        Map<String, Object> run(Stage stage) throws IOException;
    }

    private static Map<String, Object> onAStage(Path root, Plan plan, Part part) throws IOException {
        return onAStage(root, plan, LITTLE_HEAP, part);
    }

    /** @param heap of a service that is measured as it is, MiB, unless another one was asked for */
    private static Map<String, Object> onAStage(Path root, Plan plan, int heap, Part part) throws IOException {
        try (var stage = new Stage(root, plan.portBase(), plan.heap().orElse(heap), plan.flags())) {
            return part.run(stage);
        }
    }

    /**
     * All parts, or those that were asked for; the figures of cycles stand at the top. A service with a new store would miss what its group has read
     * in the part before, so no part sees the topics of another.
     */
    private static Map<String, Object> performance(Path root, Plan plan) throws IOException {
        var parts = new LinkedHashMap<String, Map<String, Object>>();
        if (plan.wants(CYCLES)) {
            parts.put(
                    CYCLES,
                    onAStage(root, plan, CycleBenchmark.MOST_HEAP, stage -> new CycleBenchmark(stage, plan).run()));
        }
        if (plan.wants("obligations")) {
            parts.put("obligations", onAStage(root, plan, stage -> new ObligationBenchmark(stage, plan).run()));
        }
        if (plan.wants("rebuild")) {
            parts.put("rebuild", onAStage(root, plan, stage -> new RebuildBenchmark(stage, plan).run()));
        }
        if (plan.wants("movement")) {
            parts.put("movement", onAStage(root, plan, stage -> new MovementBenchmark(stage, plan).run()));
        }
        if (plan.wants("anonymity")) {
            parts.put("anonymity", onAStage(root, plan, stage -> new AnonymityBenchmark(stage, plan).run()));
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException(
                    "B8 has the parts cycles, obligations, rebuild, movement and anonymity.");
        }
        var result = new LinkedHashMap<>(parts.getOrDefault(CYCLES, Map.of()));
        result.put("id", plan.id());
        result.put("quick", plan.quick());
        result.put(
                "goal",
                parts.values().stream()
                        .map(part -> String.valueOf(part.get("goal")))
                        .collect(Collectors.joining("; ")));
        result.put("met", parts.values().stream().allMatch(part -> Boolean.TRUE.equals(part.get("met"))));
        parts.remove(CYCLES);
        result.putAll(parts);
        return result;
    }
}
