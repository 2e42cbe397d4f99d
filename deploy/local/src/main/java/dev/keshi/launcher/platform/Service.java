package dev.keshi.launcher.platform;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The services of Keshi in the order in which they start: their module, their place above the port base, their database. */
public enum Service {
    ORG("org-service", 1, "keshi_org"),
    WORKFLOW("workflow-service", 2, "keshi_workflow"),
    PERFORMANCE("performance-service", 3, "keshi_performance"),
    TRAINING("training-service", 4, "keshi_training"),
    RISK("risk-service", 5, "keshi_risk"),
    NOTIFICATION("notification-service", 6, "keshi_notification"),
    REPORTING("reporting-service", 7, "keshi_reporting"),
    GATEWAY("gateway", 0, null);

    private static final int MANAGEMENT_OFFSET = 20;

    private final String module;
    private final int offset;
    private final @Nullable String database;

    Service(String module, int offset, @Nullable String database) {
        this.module = module;
        this.offset = offset;
        this.database = database;
    }

    /** The name of the module, of the consumer group and of the log. */
    public String module() {
        return module;
    }

    /** The name of its database and of the user who may open it; empty when it keeps nothing. */
    public Optional<String> database() {
        return Optional.ofNullable(database);
    }

    /** The name that stands in the gateway's routes. */
    public String route() {
        return module.replace("-service", "");
    }

    int offset() {
        return offset;
    }

    int managementOffset() {
        return offset + MANAGEMENT_OFFSET;
    }

    public static Optional<Service> named(String module) {
        return Arrays.stream(values())
                .filter(service -> service.module.equals(module))
                .findFirst();
    }
}
