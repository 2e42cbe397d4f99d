package dev.keshi.benchmarks.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The runner's orders come in line by line, one answer each goes out. Ends with the runner, however that ends. */
public final class Conversation {

    public static final String ANSWER = "ANSWER ";
    public static final String READY = "ready";

    private final JsonMapper json = JsonMapper.builder().build();
    private final Orders orders;

    /** What a process can be told to do. */
    @FunctionalInterface
    public interface Orders {
        Map<String, Object> carryOut(String verb, int[] numbers);
    }

    public Conversation(Orders orders) {
        this.orders = orders;
    }

    /** Of a contender that publishes. */
    public static Conversation with(Contender contender, int aggregates) {
        var drain = new Drain(contender);
        return new Conversation((verb, numbers) -> switch (verb) {
            case "prepare" -> {
                contender.prepare(aggregates);
                yield Map.of("aggregates", aggregates);
            }
            case "publish" -> {
                contender.publish(numbers[0] == 1);
                yield Map.of();
            }
            case "open" -> new OpenLoop(contender).run(numbers[0], numbers[1]);
            case "saturate" -> new ClosedLoop(contender, aggregates).saturate(numbers[0], numbers[1]);
            case "cost" -> new ClosedLoop(contender, aggregates).writeCost(numbers[0], numbers[1]);
            case "fill" -> drain.fill(numbers[0], numbers[1]);
            case "drain" -> drain.run();
            default -> throw new IllegalArgumentException("nobody can " + verb);
        });
    }

    public void hold() throws IOException {
        System.out.println(ANSWER + json.writeValueAsString(Map.of(READY, true)));
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            System.out.println(ANSWER + json.writeValueAsString(answer(line.split(" ", -1))));
        }
        // Virtual and daemon threads may still be at work; nobody wants to know any more.
        Runtime.getRuntime().halt(0);
    }

    private Map<String, Object> answer(String[] order) {
        try {
            var numbers = new int[order.length - 1];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = Integer.parseInt(order[i + 1]);
            }
            return orders.carryOut(order[0], numbers);
        } catch (RuntimeException failure) {
            failure.printStackTrace();
            return Map.of("failure", failure.toString());
        }
    }
}
