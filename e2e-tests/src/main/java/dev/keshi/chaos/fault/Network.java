package dev.keshi.chaos.fault;

import dev.keshi.chaos.fault.Link.Line;
import dev.keshi.infrastructure.kafka.BrokerListener;
import dev.keshi.infrastructure.process.Port;
import dev.keshi.launcher.platform.PortBase;
import dev.keshi.launcher.platform.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Lines of their own from each service to MongoDB and to Kafka. The broker has a door for each service, because it tells its clients where to
 * find it.
 */
public final class Network implements AutoCloseable {

    /** How many ports above the base are taken, those of the platform among them. */
    public static final int PORTS = 50;

    /** One for each of up to seven services from here on, and so are the two that follow. */
    private static final int BROKER_DOORS = 8;

    private static final int TO_MONGODB = 28;
    private static final int TO_KAFKA = 43;
    private static final int MONGODB = 40;

    private final PortBase ports;
    private final Map<Service, Link> toKafka = new EnumMap<>(Service.class);
    private final Map<Service, Link> toMongodb = new EnumMap<>(Service.class);

    public Network(PortBase ports) {
        this.ports = ports;
        for (Service service : storing()) {
            int place = place(service);
            toKafka.put(service, new Link(port(TO_KAFKA + place), port(BROKER_DOORS + place)));
            toMongodb.put(service, new Link(port(TO_MONGODB + place), port(MONGODB)));
        }
    }

    public List<BrokerListener> brokerListeners() {
        return storing().stream()
                .map(service -> new BrokerListener(
                        service.name(),
                        new Port(port(BROKER_DOORS + place(service))),
                        new Port(port(TO_KAFKA + place(service)))))
                .toList();
    }

    /** The addresses of the lines instead of those of MongoDB and Kafka. */
    public Map<String, String> environment(Service service, Map<String, String> usual) {
        if (!toKafka.containsKey(service)) {
            return usual;
        }
        var environment = new LinkedHashMap<>(usual);
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + port(TO_KAFKA + place(service)));
        environment.computeIfPresent("SPRING_MONGODB_URI", (_, uri) -> throughTheLine(uri, service));
        return environment;
    }

    /** A replica set with more members tells its clients where they are: no line can come between. */
    private String throughTheLine(String uri, Service service) {
        String alone = "@127.0.0.1:%d/".formatted(port(MONGODB));
        if (uri.contains(",")) {
            return uri;
        }
        if (!uri.contains(alone)) {
            throw new IllegalStateException(
                    "No line can be drawn to MongoDB: %s does not open %s".formatted(service.module(), alone));
        }
        return uri.replace(alone, "@127.0.0.1:%d/".formatted(port(TO_MONGODB + place(service))))
                .replaceFirst("replicaSet=[^&]*", "directConnection=true");
    }

    /** A store that takes its time, and is good again. */
    void slowStore(Service service, boolean slow) {
        become(toMongodb.get(service), slow ? Line.SLOW : Line.GOOD);
    }

    /** F8: a service reaches MongoDB or Kafka no more. */
    public Fault cuts(int times) {
        return new Fault("F8", "service cut from MongoDB or Kafka", chance -> {
            var strikes = new ArrayList<Strike>();
            int place = chance.nextInt(2 * storing().size());
            for (int time = 0; time < times; time++) {
                strikes.add(strike(Line.CUT, place++, chance));
            }
            Collections.shuffle(strikes, chance);
            return strikes;
        });
    }

    /** F9: late, half open, reset and dripping lines. */
    public Fault badLines(int each) {
        return new Fault("F9", "slow, half-open, reset, dripping lines", chance -> {
            var strikes = new ArrayList<Strike>();
            int place = chance.nextInt(2 * storing().size());
            for (int time = 0; time < each; time++) {
                for (Line line : List.of(Line.SLOW, Line.HALF_OPEN, Line.RESETTING, Line.DRIPPING)) {
                    strikes.add(strike(line, place++, chance));
                }
            }
            Collections.shuffle(strikes, chance);
            return strikes;
        });
    }

    /** @param place the services in turn, each with MongoDB and with Kafka */
    private Strike strike(Line line, int place, Random chance) {
        var services = storing();
        var service = services.get(place / 2 % services.size());
        boolean kafka = place % 2 == 0;
        var link = kafka ? toKafka.get(service) : toMongodb.get(service);
        return new Strike(
                "%s: %s to %s".formatted(line, service.module(), kafka ? "kafka" : "mongod"),
                () -> become(link, line),
                Duration.ofMillis(2_000 + chance.nextInt(6_000)),
                () -> become(link, Line.GOOD));
    }

    private static void become(@org.jspecify.annotations.Nullable Link link, Line line) {
        java.util.Objects.requireNonNull(link).become(line);
    }

    private static List<Service> storing() {
        return Arrays.stream(Service.values())
                .filter(service -> service.database().isPresent())
                .toList();
    }

    private static int place(Service service) {
        return storing().indexOf(service);
    }

    private int port(int offset) {
        return ports.number() + offset;
    }

    @Override
    public void close() {
        toKafka.values().forEach(Link::close);
        toMongodb.values().forEach(Link::close);
    }
}
