package dev.keshi.launcher.platform;

import dev.keshi.infrastructure.LocalInfrastructure;
import dev.keshi.infrastructure.mongo.MongoAccounts;
import dev.keshi.infrastructure.process.StateFolder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a service is told about its surroundings: plain environment variables, so that no secret stands on a command line. */
record ServiceEnvironment(StateFolder state, PortBase ports) {

    private static final String LOOPBACK = "127.0.0.1";

    /** Where org-service leaves the one-time link of the first administrator. */
    static Path administratorLink(StateFolder state) {
        return state.root().resolve("secrets").resolve("first-administrator-link");
    }

    /** For a replica that is to run. */
    Map<String, String> of(Replica replica, LocalInfrastructure.Running infrastructure) {
        var environment = withoutInfrastructure(replica);
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", infrastructure.kafka());
        replica.service()
                .database()
                .ifPresent(name -> environment.put("SPRING_MONGODB_URI", open(infrastructure.mongodb(), name)));
        return environment;
    }

    /** For a service that only shows which classes it loads: nothing answers at the addresses it is given. */
    Map<String, String> forTraining(Service service) {
        var environment = withoutInfrastructure(Replica.first(service));
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", LOOPBACK + ":1");
        service.database()
                .ifPresent(name -> environment.put(
                        "SPRING_MONGODB_URI", "mongodb://%s:%s@%s:1/%s".formatted(name, name, LOOPBACK, name)));
        return environment;
    }

    private Map<String, String> withoutInfrastructure(Replica replica) {
        Service service = replica.service();
        var secrets = state.secrets();
        var environment = new LinkedHashMap<String, String>();
        environment.put("SERVER_ADDRESS", LOOPBACK);
        environment.put("SERVER_PORT", Integer.toString(ports.of(replica).number()));
        environment.put("MANAGEMENT_SERVER_ADDRESS", LOOPBACK);
        environment.put(
                "MANAGEMENT_SERVER_PORT",
                Integer.toString(ports.management(replica).number()));
        environment.put("KESHI_SECURITY_ISSUER", ports.gateway());
        environment.put(
                "KESHI_ENTERPRISE_TIME_CLOCK_FILE", EnterpriseClock.file(state).toString());
        environment.put("KESHI_CURSOR_KEY", secrets.key("cursor-key-of-" + service.module()));
        // Two arenas instead of eight a core: dozens of megabytes less for each JVM, nothing slower.
        environment.put("MALLOC_ARENA_MAX", "2");
        if (service.database().isPresent()) {
            environment.put("KESHI_PERSONAL_DATA_KEY", secrets.key("personal-data-key"));
        }
        if (service == Service.ORG) {
            environment.put("KESHI_IDENTITY_KEY", secrets.key("identity-key"));
            environment.put(
                    "KESHI_FIRST_ADMINISTRATOR_FILE", administratorLink(state).toString());
        }
        if (service == Service.GATEWAY) {
            addUpstreams(environment);
        }
        return environment;
    }

    private void addUpstreams(Map<String, String> environment) {
        Arrays.stream(Service.values())
                .filter(upstream -> upstream != Service.GATEWAY)
                .forEach(upstream -> environment.put(
                        "KESHI_GATEWAY_UPSTREAMS_" + upstream.route().toUpperCase(Locale.ROOT),
                        "http://%s:%d".formatted(LOOPBACK, ports.of(upstream).number())));
    }

    private String open(MongoAccounts accounts, String database) {
        return accounts.open(database, state.secrets().password("mongodb-" + database));
    }
}
