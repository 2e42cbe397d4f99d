package dev.keshi.events.examples;

import dev.keshi.contracts.workflow.RequestEndedV1;
import dev.keshi.contracts.workflow.RequestSubmittedV1;
import dev.keshi.events.client.EventSubscription;
import dev.keshi.events.client.SubscriberStore;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** An ERP system's list of requests and how they ended. */
@SpringBootApplication
public class ErpApplication {

    /** The bean is all: it runs from the start of the application to its end, with the settings under {@code spring.kafka}. */
    @Bean
    EventSubscription<JdbcClient> requestList(SubscriberStore<JdbcClient> store, RequestList list) {
        return EventSubscription.named("erp-requests")
                .remembering(store)
                .on(RequestSubmittedV1.class, (event, _) -> list.submitted(event.data()))
                .on(RequestEndedV1.class, (event, _) -> list.ended(event.data()));
    }

    /** Takes part in Spring's transaction, in which the position is kept as well. */
    @Repository
    static class RequestList {

        private final JdbcClient database;

        RequestList(JdbcClient database) {
            this.database = database;
        }

        void submitted(RequestSubmittedV1 request) {
            database.sql("insert into requests (id, number, outcome) values (?, ?, 'open')")
                    .params(request.instanceId(), request.requestNumber())
                    .update();
        }

        void ended(RequestEndedV1 request) {
            database.sql("update requests set outcome = ? where id = ?")
                    .params(request.outcome(), request.instanceId())
                    .update();
        }
    }

    public static void main(String[] arguments) {
        SpringApplication.run(ErpApplication.class, arguments);
    }
}
