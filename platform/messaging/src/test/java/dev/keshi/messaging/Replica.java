package dev.keshi.messaging;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * A replica in a process of its own. It gives commands without end, and prints {@code ID SEQUENCE} for each that was acknowledged; told {@code hold}
 * it goes on and publishes nothing any more.
 */
final class Replica {

    static final String READY = "ready";
    static final String HOLD = "hold";

    /** Counters that a thread of it opens, one after the other, each with as many events. */
    static final int EVENTS = 4;

    private static final int THREADS = 4;

    private Replica() {}

    /** @param settings for Spring, after the name with which ids of this replica begin */
    public static void main(String[] settings) throws Exception {
        // What Spring writes to the standard output is for nobody.
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        var run = settings[0];
        var context = new SpringApplicationBuilder(MessagingApplication.class)
                .web(WebApplicationType.NONE)
                .run(java.util.Arrays.copyOfRange(settings, 1, settings.length));
        @SuppressWarnings("unchecked")
        AggregateCollection<Shop.CounterDocument> counters = context.getBean("counters", AggregateCollection.class);
        out.println(READY);
        for (int thread = 0; thread < THREADS; thread++) {
            var mark = run + "-" + thread + "-";
            Thread.ofPlatform().start(() -> work(counters, mark, out));
        }
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(HOLD)) {
                HeldRelay.hold();
                out.println(HOLD);
            }
        }
        // Whoever started it is gone.
        Runtime.getRuntime().halt(1);
    }

    private static void work(AggregateCollection<Shop.CounterDocument> counters, String mark, PrintStream out) {
        for (int number = 0; true; number++) {
            write(counters, mark + number, out);
        }
    }

    private static void write(AggregateCollection<Shop.CounterDocument> counters, String id, PrintStream out) {
        counters.create(id, CommandContext.of("p-1"), Shop.opened(id, "窗口"));
        out.println(id + " 1");
        for (int sequence = 2; sequence <= EVENTS; sequence++) {
            counters.change(id, CommandContext.of("p-1"), before -> Shop.counted(id, before));
            out.println(id + " " + sequence);
        }
    }
}
