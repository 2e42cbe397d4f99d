package dev.keshi.benchmarks.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** {@code bench B3|B4|B6|B8 [--quick] [--json] [--rounds N] [--seconds N] [--only a,b] [--port-base P]}. */
final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws IOException {
        var plan = Plan.of(arguments);
        var root = Path.of(System.getProperty("keshi.root", ".")).toAbsolutePath();
        Map<String, Object> result;
        try (var stage = new Stage(root, plan.portBase(), plan.flags())) {
            result = switch (plan.id()) {
                case "B3" -> new OutboxBenchmark(stage, plan).run();
                case "B6" -> new ReplayBenchmark(stage, plan).run();
                case "B4" -> new DrainBenchmark(stage, plan).run();
                case "B8" -> performance(stage, plan);
                default -> throw new IllegalArgumentException("There are the benchmarks B3, B4, B6 and B8.");
            };
        }
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

    /** Both parts, or the one that was asked for. */
    private static Map<String, Object> performance(Stage stage, Plan plan) throws IOException {
        var result = new LinkedHashMap<String, Object>();
        boolean met = true;
        if (plan.wants("cycles")) {
            result.putAll(new CycleBenchmark(stage, plan).run());
            met = Boolean.TRUE.equals(result.get("met"));
        }
        if (plan.wants("obligations")) {
            var obligations = new ObligationBenchmark(stage, plan).run();
            result.putIfAbsent("id", plan.id());
            result.putIfAbsent("quick", plan.quick());
            result.merge("goal", String.valueOf(obligations.get("goal")), (cycles, own) -> cycles + "; " + own);
            result.put("obligations", obligations);
            result.put("met", met && Boolean.TRUE.equals(obligations.get("met")));
        }
        if (result.isEmpty()) {
            throw new IllegalArgumentException("B8 has the parts cycles and obligations.");
        }
        return result;
    }
}
