package dev.keshi.workflow.workitem;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.keshi.directory.Access;
import dev.keshi.directory.Directory;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.consumer.EffectFollower;
import dev.keshi.service.time.EnterpriseTime;
import dev.keshi.workflow.request.RequestQueries;
import dev.keshi.workflow.request.RequestService;
import org.bson.conversions.Bson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WorkItemConfiguration {

    /** One for each list: work of a person, assigned work, work of departments, all work, work lists; and for the sweep. */
    @Bean
    StoreIndexes workItemIndexes() {
        return StoreIndexes.of(MongoWorkItems.COLLECTION, newestFirst(WorkItemQueries.OWNER, WorkItemQueries.STATUS))
                .and(MongoWorkItems.COLLECTION, newestFirst(WorkItemQueries.ASSIGNER, WorkItemQueries.STATUS))
                .and(MongoWorkItems.COLLECTION, newestFirst(WorkItemQueries.DEPARTMENT, WorkItemQueries.STATUS))
                .and(MongoWorkItems.COLLECTION, newestFirst(WorkItemQueries.STATUS))
                .and(
                        MongoWorkItems.COLLECTION,
                        Indexes.ascending(WorkItemQueries.WAITS_FOR, MongoWorkItems.DUE, WorkItemQueries.RANK, "_id"),
                        new IndexOptions().partialFilterExpression(Filters.exists(WorkItemQueries.WAITS_FOR)))
                .and(
                        MongoWorkItems.COLLECTION,
                        Indexes.ascending(MongoWorkItems.DUE, "_id"),
                        new IndexOptions().partialFilterExpression(MongoWorkItems.NOT_TOLD_LATE));
    }

    private static Bson newestFirst(String... fields) {
        return Indexes.compoundIndex(Indexes.ascending(fields), Indexes.descending(WorkItemQueries.ASSIGNED_AT, "_id"));
    }

    @Bean
    StoreIndexes workItemOrderIndexes() {
        return MongoWorkItemOrders.indexes();
    }

    @Bean
    StoreIndexes organisationNewsIndexes() {
        return MongoOrganisationNews.indexes();
    }

    @Bean
    StoreIndexes concernedWorkIndexes() {
        return MongoConcerned.indexes();
    }

    @Bean
    Standings standings(Directory directory) {
        return new Standings(directory);
    }

    @Bean
    OrganisationFollower organisationFollower(
            MongoOrganisationNews news,
            MongoConcerned concerned,
            MongoWorkItems items,
            Standings standings,
            Directory directory,
            Access access,
            EnterpriseTime time) {
        return new OrganisationFollower(news, concerned, items, standings, directory, access, time);
    }

    @Bean
    EffectFollower workFollowsTheOrganisation(OrganisationFollower follower) {
        return new EffectFollower("organisation-news", OrganisationNews.COLLECTION, follower::follow);
    }

    @Bean
    LateWork lateWork(MongoWorkItems items, EnterpriseTime time) {
        return new LateWork(items, time);
    }

    @Bean
    WorkOfRequests workOfRequests(
            RequestQueries queries,
            RequestService requests,
            MongoWorkItems items,
            Directory directory,
            Standings standings,
            EnterpriseTime time) {
        return new WorkOfRequests(queries, requests, items, directory, standings, time);
    }

    @Bean
    EffectFollower ordersBecomeWork(WorkItemOrderService orders) {
        return new EffectFollower("work-item-orders", WorkItemOrder.COLLECTION, orders::carryOut);
    }
}
