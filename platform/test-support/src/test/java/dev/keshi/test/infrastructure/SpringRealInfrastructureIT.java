package dev.keshi.test.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.test.events.EventProbe;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.KafkaTemplate;

@RealInfrastructure
@SpringBootTest(classes = SpringRealInfrastructureIT.SmallApplication.class)
class SpringRealInfrastructureIT {

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private KafkaTemplate<Object, Object> kafka;

    @Test
    void theApplicationTalksToTheDatabaseThatTheTestSees(RealMongo seen) {
        mongo.save(new Document("_id", "one"), "things");

        assertThat(mongo.getDb().getName()).isEqualTo(seen.database());
        assertThat(mongo.getCollection("things").countDocuments()).isEqualTo(1);
    }

    @Test
    void theApplicationPublishesToTheBrokerThatTheProbeWatches(RealKafka broker, EventProbe probe) {
        broker.createTopic("keshi.spring.v1", 2);
        var event = new ProducerRecord<Object, Object>("keshi.spring.v1", "key", "{}");
        event.headers().add("ce_type", "keshi.spring.happened.v1".getBytes(StandardCharsets.UTF_8));

        kafka.send(event).join();

        assertThat(probe.awaitOne("keshi.spring.happened.v1", "key", Duration.ofSeconds(10))
                        .json())
                .isEqualTo("{}");
    }

    @Test
    void testsWithTheSameContextShareADatabase() {
        assertThat(World.nameFor(SpringRealInfrastructureIT.class)).isEqualTo(World.nameFor(SiblingWithSpring.class));
        assertThat(World.nameFor(LonerWithSpring.class)).isNotEqualTo(World.nameFor(SiblingWithSpring.class));
    }

    @Configuration
    @EnableAutoConfiguration
    static class SmallApplication {}
}
