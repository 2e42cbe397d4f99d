package dev.keshi.contracts;

import java.util.List;

/** Kafka topics, one per service and audience. */
public final class Topics {

    public static final String ORG = "keshi.org.v1";
    public static final String WORKFLOW = "keshi.workflow.v1";
    public static final String PERFORMANCE = "keshi.performance.v1";
    public static final String TRAINING = "keshi.training.v1";
    public static final String RISK = "keshi.risk.v1";
    public static final String NOTIFICATION = "keshi.notification.v1";

    /** What operators do in any service; every service publishes to it. */
    public static final String OPERATIONS = "keshi.operations.v1";

    /** Public keys that check access tokens; compacted, keyed by key id, read from the beginning by everyone. */
    public static final String SIGNING_KEYS = "keshi.org.signing-keys.v1";

    /** Wrapped keys of personal data; compacted, keyed by person id; services only, never archived. */
    public static final String PERSON_KEYS = "keshi.org.person-keys.v1";

    /** Topics whose every record reporting-service keeps for ever. */
    public static final List<String> ARCHIVED =
            List.of(ORG, WORKFLOW, PERFORMANCE, TRAINING, RISK, NOTIFICATION, OPERATIONS);

    /** How each topic is laid out. Every service makes sure of all of them, so services may start in any order. */
    public static final List<Layout> LAYOUTS = List.of(
            Layout.log(ORG),
            Layout.log(WORKFLOW),
            Layout.log(PERFORMANCE),
            Layout.log(TRAINING),
            Layout.log(RISK),
            Layout.log(NOTIFICATION),
            Layout.log(OPERATIONS),
            Layout.latestByKey(SIGNING_KEYS, 1),
            Layout.latestByKey(PERSON_KEYS, 12));

    private Topics() {}

    /**
     * Where a service gets events that it asked the archive for. One partition: what was asked for arrives as a whole and in
     * the order in which it was sent.
     *
     * @param service its name in addresses and topics: {@code workflow}
     */
    public static Layout replays(String service) {
        return Layout.log("keshi." + service + ".replays.v1", 1);
    }

    /**
     * @param partitions fixed for the life of the topic: changing it would move keys and break their order
     * @param compacted only the newest record of each key is kept, without a time limit
     */
    public record Layout(String topic, int partitions, boolean compacted) {

        static Layout log(String topic) {
            return log(topic, 12);
        }

        static Layout log(String topic, int partitions) {
            return new Layout(topic, partitions, false);
        }

        static Layout latestByKey(String topic, int partitions) {
            return new Layout(topic, partitions, true);
        }
    }
}
