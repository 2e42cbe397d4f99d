package dev.keshi.test.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.ArrayList;
import org.bson.Document;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@RealInfrastructure
class PlainRealInfrastructureIT {

    @Test
    void theDatabaseIsReadAndWrittenByItsOwnUser(RealMongo mongo) {
        try (MongoClient client = MongoClients.create(mongo.uri())) {
            var collection = client.getDatabase(mongo.database()).getCollection("things");
            collection.insertOne(new Document("_id", "one"));

            assertThat(collection.find().map(thing -> thing.getString("_id")).into(new ArrayList<>()))
                    .containsExactly("one");
        }
    }

    @Test
    void transactionsWork(RealMongo mongo) {
        try (MongoClient client = MongoClients.create(mongo.uri());
                var session = client.startSession()) {
            var collection = client.getDatabase(mongo.database()).getCollection("others");

            session.withTransaction(() -> collection.insertOne(session, new Document("_id", "one")));

            assertThat(collection.countDocuments()).isEqualTo(1);
        }
    }

    @Test
    void whatIsShownOfADatabaseHoldsNoPassword(RealMongo mongo) {
        assertThat(mongo.toString()).isEqualTo("RealMongo[" + mongo.database() + "]");
    }

    @Test
    void anotherTestClassHasAnotherDatabaseAndTheSameBroker(RealMongo mongo, RealKafka kafka) {
        World other = World.of(PlainSibling.class);

        assertThat(other.mongo().database()).isNotEqualTo(mongo.database());
        assertThat(other.kafka()).isEqualTo(kafka);
    }

    @Nested
    class InsideAnotherClass {

        @Test
        void theDatabaseIsThatOfTheOuterClass(RealMongo mongo) {
            assertThat(mongo)
                    .isEqualTo(World.of(PlainRealInfrastructureIT.class).mongo());
        }
    }
}
