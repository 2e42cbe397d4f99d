package dev.keshi.contracts;

/** Kafka topics, one per service and audience. */
public final class Topics {

    public static final String ORG = "keshi.org.v1";
    public static final String WORKFLOW = "keshi.workflow.v1";
    public static final String NOTIFICATION = "keshi.notification.v1";

    /** Public keys that check access tokens; compacted, keyed by key id, read from the beginning by everyone. */
    public static final String SIGNING_KEYS = "keshi.org.signing-keys.v1";

    /** Wrapped keys of personal data; compacted, keyed by person id; services only, never archived. */
    public static final String PERSON_KEYS = "keshi.org.person-keys.v1";

    private Topics() {}
}
