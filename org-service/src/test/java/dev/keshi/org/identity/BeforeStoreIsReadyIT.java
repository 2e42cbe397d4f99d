package dev.keshi.org.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealKafka;
import dev.keshi.test.infrastructure.RealMongo;
import dev.keshi.test.infrastructure.StoreReady;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A whole service of which one index cannot be made yet. */
@RealInfrastructure(ownDatabase = true)
class BeforeStoreIsReadyIT {

    private static final String TWICE = "twice";

    @TestConfiguration(proxyBeanMethods = false)
    static class OneIndexMore {
        @Bean
        StoreIndexes numbersAreUnique() {
            return StoreIndexes.of(TWICE, Indexes.ascending("number"), new IndexOptions().unique(true));
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void requestsAreToldToComeAgainUntilTheLastIndexIsMade(RealMongo mongo, RealKafka kafka, @TempDir Path folder)
            throws Exception {
        try (var client = MongoClients.create(mongo.uri())) {
            var twice = client.getDatabase(mongo.database()).getCollection(TWICE);
            twice.insertMany(
                    List.of(new Document("_id", 1).append("number", 7), new Document("_id", 2).append("number", 7)));
            try (var service = Replica.startUnready(
                    mongo, kafka, folder.resolve("first-administrator"), Map.of(), OneIndexMore.class)) {
                for (var path : List.of("/api/org/v1/departments", "/scim/v2/Users", "/login")) {
                    var refused = get(service.at(path), "en");
                    assertThat(refused.statusCode()).as(path).isEqualTo(503);
                    assertThat(refused.headers().firstValue("Retry-After")).contains("5");
                    assertThat(refused.body()).contains("store-not-ready", "The data store is not ready yet");
                }
                assertThat(get(service.at("/api/org/v1/departments"), "zh-CN").body())
                        .contains("数据存储尚未就绪");
                assertThat(get(service.at("/oauth2/jwks"), "en").statusCode()).isEqualTo(200);
                assertThat(get(management(service, "/actuator/health/liveness"), "en")
                                .statusCode())
                        .isEqualTo(200);
                assertThat(get(management(service, "/actuator/health/readiness"), "en")
                                .statusCode())
                        .isEqualTo(503);

                var unused = twice.deleteOne(new Document("_id", 2));
                StoreReady.await(service.context());

                assertThat(get(service.at("/api/org/v1/departments"), "en").statusCode())
                        .isEqualTo(401);
                assertThat(get(service.at("/login"), "en").statusCode()).isEqualTo(200);
            }
        }
    }

    private static URI management(Replica service, String path) {
        return URI.create(
                "http://127.0.0.1:" + service.context().getEnvironment().getProperty("local.management.port") + path);
    }

    private HttpResponse<String> get(URI at, String language) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(at)
                        .timeout(Duration.ofSeconds(20))
                        .header("Accept-Language", language)
                        .build(),
                BodyHandlers.ofString());
    }
}
