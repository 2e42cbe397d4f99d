package dev.keshi.workflow.workitem;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.StoreIndexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** News as effects leave them, until they have been followed for the second time. */
@Repository
class MongoOrganisationNews {

    private static final String FOLLOWED = "followed";

    private final MongoOperations mongo;

    MongoOrganisationNews(MongoOperations mongo) {
        this.mongo = mongo;
    }

    static StoreIndexes indexes() {
        return StoreIndexes.of(OrganisationNews.COLLECTION, Indexes.ascending(OrganisationNews.FOLLOW_AT));
    }

    /**
     * Of a person or of a department, one of the two.
     *
     * @param sequence of the event that told it
     * @param followed whether that was done once
     */
    record News(String id, Optional<String> person, Optional<String> department, long sequence, boolean followed) {}

    List<News> waiting(Instant now, int most) {
        return mongo.getCollection(OrganisationNews.COLLECTION)
                .find(lte(OrganisationNews.FOLLOW_AT, now.toEpochMilli()))
                .sort(ascending(OrganisationNews.FOLLOW_AT))
                .limit(most)
                .map(MongoOrganisationNews::news)
                .into(new ArrayList<>());
    }

    void followAgain(News news, boolean followed, Instant at) {
        mongo.getCollection(OrganisationNews.COLLECTION)
                .updateOne(
                        eq("_id", news.id()),
                        combine(
                                set(FOLLOWED, news.followed() || followed),
                                set(OrganisationNews.FOLLOW_AT, at.toEpochMilli())));
    }

    void forget(News news) {
        mongo.getCollection(OrganisationNews.COLLECTION).deleteOne(eq("_id", news.id()));
    }

    private static News news(Document document) {
        return new News(
                document.getString("_id"),
                Optional.ofNullable(document.getString(OrganisationNews.PERSON)),
                Optional.ofNullable(document.getString(OrganisationNews.DEPARTMENT)),
                document.getLong(OrganisationNews.SEQUENCE),
                document.getBoolean(FOLLOWED, false));
    }
}
