package dev.keshi.benchmarks.consumer;

import com.mongodb.client.model.IndexOptions;
import dev.keshi.benchmarks.load.Conversation;
import dev.keshi.contracts.org.PositionDefinedV1;
import dev.keshi.contracts.org.PositionRevisedV1;
import dev.keshi.messaging.consumer.EventHandlers;
import dev.keshi.messaging.consumer.Projected;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import org.bson.Document;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.data.mongodb.core.MongoOperations;

/** The consumer kit of a service, with the archive of reporting-service as it stands there or with a projection. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class KitConsumer {

    public static void main(String[] arguments) throws IOException {
        var application = new SpringApplication(KitConsumer.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        var context = application.run(arguments);
        var consumer = context.getBean("eventConsumer", SmartLifecycle.class);
        var environment = context.getEnvironment();
        var replay = new Replay(
                environment.getRequiredProperty("spring.kafka.bootstrap-servers"),
                environment.getRequiredProperty("spring.application.name"));
        var written = environment.getRequiredProperty("bench.collection");
        new Conversation((_, numbers) -> {
                    if (consumer.isRunning()) {
                        consumer.stop();
                    }
                    emptied(context, written);
                    return replay.run(numbers[0], consumer::start, consumer::stop);
                })
                .hold();
    }

    /** With the indexes it had. */
    private static void emptied(ConfigurableApplicationContext context, String collection) {
        var documents = context.getBean(MongoOperations.class).getCollection(collection);
        var indexes = documents.listIndexes().into(new ArrayList<>());
        documents.drop();
        for (var index : indexes) {
            if (!index.getString("name").equals("_id_")) {
                documents.createIndex(
                        index.get("key", Document.class), new IndexOptions().name(index.getString("name")));
            }
        }
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "bench.collection", havingValue = "events")
    @Import(ReportingArchive.class)
    static class Archive {}

    /** By name, because nobody but reporting-service needs to see them. */
    static final class ReportingArchive implements ImportSelector {
        @Override
        public String[] selectImports(AnnotationMetadata importing) {
            return new String[] {
                "dev.keshi.reporting.archive.ArchiveConfiguration", "dev.keshi.reporting.archive.messaging.EveryEvent"
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "bench.collection", havingValue = "position_copies")
    static class Copies {
        @Bean
        EventHandlers copies() {
            return EventHandlers.named("copies")
                    .projection(
                            "position_copies",
                            "position",
                            events -> events.on(
                                            PositionDefinedV1.class,
                                            event -> Projected.set(
                                                    "title", event.data().title()))
                                    .on(
                                            PositionRevisedV1.class,
                                            event -> Projected.set(Map.of(
                                                    "title", event.data().title(),
                                                    "headcount",
                                                            String.valueOf(
                                                                    event.data().headcount())))));
        }
    }
}
