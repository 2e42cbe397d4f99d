package dev.keshi.workflow.request;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.workflow.approver.ApproverDirectory;
import dev.keshi.workflow.condition.ConditionEvaluator;
import dev.keshi.workflow.engine.ProcessEngine;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RequestConfiguration {

    @Bean
    ProcessEngine processEngine(ApproverDirectory directory, ConditionEvaluator conditions, Clock clock) {
        return new ProcessEngine(directory, conditions, clock);
    }

    /** One for each list: work of a person, unassigned work, own requests, requests of departments; work to be made; numbers are unique. */
    @Bean
    StoreIndexes requestIndexes() {
        return StoreIndexes.of(
                        MongoRequests.REQUESTS, Indexes.ascending("state.tasks.people", "state.startedAt", "_id"))
                .and(
                        MongoRequests.REQUESTS,
                        Indexes.ascending("state.tasks.awaitsAdministrator", "state.startedAt", "_id"))
                .and(
                        MongoRequests.REQUESTS,
                        Indexes.compoundIndex(
                                Indexes.ascending("state.participants"), Indexes.descending("state.startedAt", "_id")))
                .and(
                        MongoRequests.REQUESTS,
                        Indexes.compoundIndex(
                                Indexes.ascending("state.departmentId"), Indexes.descending("state.startedAt", "_id")))
                .and(MongoRequests.REQUESTS, Indexes.descending("state.startedAt", "_id"))
                .and(MongoRequests.REQUESTS, Indexes.ascending("state.number"), new IndexOptions().unique(true))
                .and(
                        MongoRequests.REQUESTS,
                        Indexes.ascending(RequestQueries.GIVES_WORK, "_id"),
                        new IndexOptions().partialFilterExpression(Filters.exists(RequestQueries.GIVES_WORK)))
                .and(MongoRequests.HISTORY, Indexes.ascending("instance", "sequence"), new IndexOptions().unique(true));
    }
}
