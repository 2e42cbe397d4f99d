package dev.keshi.org.identity;

import dev.keshi.org.OrgServiceApplication;
import dev.keshi.test.infrastructure.RealKafka;
import dev.keshi.test.infrastructure.RealMongo;
import dev.keshi.test.infrastructure.StoreReady;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** One running org-service. Several share a store; none stands behind a gateway here, though all speak of its address. */
record Replica(ConfigurableApplicationContext context) implements AutoCloseable {

    static final String ISSUER = "http://127.0.0.1:9500";

    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    static Replica start(
            RealMongo mongo, RealKafka kafka, Path administratorFile, Map<String, String> more, Class<?>... beans) {
        var replica = startUnready(mongo, kafka, administratorFile, more, beans);
        StoreReady.await(replica.context());
        return replica;
    }

    /** Its store may not be as it wants it yet. */
    static Replica startUnready(
            RealMongo mongo, RealKafka kafka, Path administratorFile, Map<String, String> more, Class<?>... beans) {
        var properties = new HashMap<String, Object>(Map.of(
                "server.port",
                "0",
                "management.server.port",
                "0",
                "spring.mongodb.uri",
                mongo.uri(),
                "spring.kafka.bootstrap-servers",
                kafka.bootstrap(),
                "keshi.security.issuer",
                ISSUER,
                "keshi.identity.key",
                KEY,
                "keshi.personal-data.key",
                KEY,
                "keshi.cursor.key",
                KEY,
                "keshi.identity.first-administrator-file",
                administratorFile.toString(),
                "keshi.accounts.bcrypt-strength",
                "4"));
        properties.putAll(more);
        var context = new SpringApplicationBuilder(OrgServiceApplication.class)
                .sources(beans)
                .properties(properties)
                .run(properties.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
        return new Replica(context);
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
