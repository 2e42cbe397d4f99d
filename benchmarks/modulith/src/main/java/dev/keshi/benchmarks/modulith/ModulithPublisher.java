package dev.keshi.benchmarks.modulith;

import dev.keshi.benchmarks.load.Conversation;
import dev.keshi.benchmarks.load.PlainConsumer;
import java.io.IOException;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.modulith.events.core.EventPublicationRepository;

/** The application; what is tuned stands in {@code application.yaml}. */
@SpringBootApplication
class ModulithPublisher {

    public static void main(String[] arguments) throws IOException {
        var application = new SpringApplication(ModulithPublisher.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        var context = application.run(arguments);
        var environment = context.getEnvironment();
        if (environment.getRequiredProperty("bench.handler", boolean.class)) {
            new PlainConsumer(
                            environment.getRequiredProperty("spring.kafka.bootstrap-servers"),
                            "bench-modulith",
                            PositionRevised.TOPIC)
                    .start();
        }
        Conversation.with(
                        context.getBean(ModulithContender.class),
                        environment.getRequiredProperty("bench.aggregates", int.class))
                .hold();
    }

    @Bean
    NewTopic topic() {
        return TopicBuilder.name(PositionRevised.TOPIC).partitions(12).build();
    }

    @Bean
    ModulithContender contender(
            Positions positions,
            MongoOperations mongo,
            EventPublicationRepository publications,
            IncompleteEventPublications incomplete) {
        return new ModulithContender(positions, mongo, publications, incomplete);
    }
}
