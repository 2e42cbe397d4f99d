package dev.keshi.risk.indicator;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.StoreIndexes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** Figures that have moved, until they are carried out. */
@Repository
class MongoFigureNews {

    private final MongoOperations mongo;

    MongoFigureNews(MongoOperations mongo) {
        this.mongo = mongo;
    }

    static StoreIndexes indexes() {
        return StoreIndexes.of(FigureNews.COLLECTION, Indexes.ascending(FigureNews.TRY_AT))
                .and(FigureNews.COLLECTION, Indexes.ascending(FigureNews.DEPARTMENT, FigureNews.PERFORMANCE_INDICATOR));
    }

    /** @param id of the news, for {@link #carriedOut} */
    record Waiting(String id, FigureNews news) {}

    List<Waiting> waiting(Instant now, int most) {
        return mongo.getCollection(FigureNews.COLLECTION)
                .find(lte(FigureNews.TRY_AT, now.toEpochMilli()))
                .sort(ascending(FigureNews.TRY_AT))
                .limit(most)
                .map(MongoFigureNews::waiting)
                .into(new ArrayList<>());
    }

    /** Whether a figure of this feed has come and was not carried out yet. */
    boolean isWaiting(Feed feed) {
        return mongo.getCollection(FigureNews.COLLECTION)
                        .find(and(
                                eq(FigureNews.DEPARTMENT, feed.departmentId()),
                                eq(FigureNews.PERFORMANCE_INDICATOR, feed.performanceIndicator())))
                        .projection(include("_id"))
                        .first()
                != null;
    }

    void carriedOut(String id) {
        mongo.getCollection(FigureNews.COLLECTION).deleteOne(eq("_id", id));
    }

    void tryAgain(String id, Instant at) {
        mongo.getCollection(FigureNews.COLLECTION).updateOne(eq("_id", id), set(FigureNews.TRY_AT, at.toEpochMilli()));
    }

    /** Those that were written before they told until when they stand, stand for their day alone. */
    private static Waiting waiting(Document document) {
        var day = document.getString(FigureNews.DAY);
        var value = document.getString(FigureNews.VALUE);
        return new Waiting(
                document.getString("_id"),
                new FigureNews(
                        new Feed(
                                document.getString(FigureNews.PERFORMANCE_INDICATOR),
                                document.getString(FigureNews.DEPARTMENT)),
                        LocalDate.parse(day),
                        value == null ? null : new BigDecimal(value),
                        Instant.ofEpochMilli(document.get(FigureNews.AT, 0L)),
                        LocalDate.parse(document.get(FigureNews.THROUGH, day))));
    }
}
