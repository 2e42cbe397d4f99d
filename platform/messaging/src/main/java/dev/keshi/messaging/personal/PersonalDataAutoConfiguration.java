package dev.keshi.messaging.personal;

import static com.mongodb.client.model.Filters.in;

import dev.keshi.contracts.org.PersonKeyDestroyedV1;
import dev.keshi.contracts.org.PersonKeyIssuedV1;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.MessagingAutoConfiguration;
import dev.keshi.messaging.consumer.EventHandlers;
import dev.keshi.messaging.consumer.Projected;
import java.util.HashMap;
import org.bson.Document;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** Personal data: the keeper in org-service, a copy of the keys in every other service that is given the wrapping key. */
@AutoConfiguration(after = MessagingAutoConfiguration.class)
@ConditionalOnProperty("keshi.personal-data.key")
@EnableConfigurationProperties(PersonalDataSettings.class)
public class PersonalDataAutoConfiguration {

    private static final String RING = "person_keys";

    @Bean
    PersonalData personalData(PersonKeys keys) {
        return new PersonalData(keys);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "keshi.personal-data.keeper", havingValue = "true")
    static class Keeper {

        @Bean
        PersonKeys personKeys(PersonalDataSettings settings, MongoOperations mongo) {
            return new PersonKeys(settings.wrappingKey(), ids -> {
                var keys = new HashMap<String, String>();
                mongo.getCollection(RING).find(in("_id", ids)).forEach(document -> {
                    var key = document.get("state", Document.class).getString("wrappedKey");
                    if (key != null) {
                        keys.put(document.getString("_id"), key);
                    }
                });
                return keys;
            });
        }

        @Bean
        PersonalDataKeeper personalDataKeeper(PersonKeys keys, AggregateStore store) {
            return new PersonalDataKeeper(keys, store.collection(RING, PersonKeyDocument.class));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "keshi.personal-data.keeper", havingValue = "false", matchIfMissing = true)
    static class Copy {

        @Bean
        PersonKeys personKeys(PersonalDataSettings settings, MongoOperations mongo) {
            return new PersonKeys(settings.wrappingKey(), ids -> {
                var keys = new HashMap<String, String>();
                mongo.getCollection(RING).find(in("_id", ids)).forEach(document -> {
                    var key = document.getString("wrappedKey");
                    if (key != null) {
                        keys.put(document.getString("_id"), key);
                    }
                });
                return keys;
            });
        }

        @Bean
        EventHandlers personKeyCopies() {
            return EventHandlers.named("personal-data")
                    .projection(
                            RING,
                            "person-key",
                            events -> events.on(
                                            PersonKeyIssuedV1.class,
                                            event -> Projected.set(
                                                    "wrappedKey", event.data().wrappedKey()))
                                    .on(PersonKeyDestroyedV1.class, _ -> Projected.unset("wrappedKey")));
        }
    }
}
