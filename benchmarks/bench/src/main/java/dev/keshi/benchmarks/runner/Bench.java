package dev.keshi.benchmarks.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                case "B8" -> new CycleBenchmark(stage, plan).run();
                default -> throw new IllegalArgumentException("There are the benchmarks B3, B4, B6 and B8.");
            };
        }
        var mapper = JsonMapper.builder().build();
        var results = Files.createDirectories(root.resolve("benchmarks/target/results"));
        Files.writeString(
                results.resolve(plan.id() + (plan.quick() ? "-quick" : "") + ".json"),
                mapper.writerWithDefaultPrettyPrinter().writeValueAsString(result));
        if (plan.json()) {
            System.out.println(mapper.writeValueAsString(result));
        }
    }
}
