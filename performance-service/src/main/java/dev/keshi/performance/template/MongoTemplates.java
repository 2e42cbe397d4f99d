package dev.keshi.performance.template;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class MongoTemplates implements Templates {

    static final String CODE = "state.code";
    static final String VERSION = "state.version";
    static final String RELEASED = "state.released";
    private static final String COLLECTION = "templates";

    private final AggregateCollection<TemplateDocument> templates;
    private final MongoOperations mongo;

    MongoTemplates(AggregateStore store, MongoOperations mongo) {
        this.templates = store.collection(COLLECTION, TemplateDocument.class);
        this.mongo = mongo;
    }

    static StoreIndexes indexes() {
        return StoreIndexes.of(COLLECTION, Indexes.ascending(CODE, VERSION), new IndexOptions().unique(true))
                .and(COLLECTION, Indexes.ascending(RELEASED, CODE, VERSION));
    }

    @Override
    public int newestVersion(TemplateCode code) {
        return Optional.ofNullable(mongo.getCollection(COLLECTION)
                        .find(eq(CODE, code.value()))
                        .projection(include(VERSION))
                        .sort(descending(VERSION))
                        .first())
                .map(template -> template.get("state", Document.class).getInteger("version"))
                .orElse(0);
    }

    @Override
    public Versioned<TemplateDocument> create(CommandContext context, Template template) {
        return templates.create(template.id().value(), context, change(template));
    }

    @Override
    public Versioned<TemplateDocument> change(TemplateId id, CommandContext context, Consumer<Template> decide) {
        return templates.change(id.value(), context, document -> {
            var template = document.toTemplate(id);
            decide.accept(template);
            return change(template);
        });
    }

    Optional<Versioned<TemplateDocument>> find(TemplateId id) {
        return templates.find(id.value());
    }

    /** By code and version. @param limit 0 for all */
    List<Versioned<TemplateDocument>> select(Bson filter, int limit) {
        return mongo.getCollection(COLLECTION)
                .find(filter)
                .projection(exclude("outbox", "commands"))
                .sort(ascending(CODE, VERSION))
                .limit(limit)
                .map(templates::versioned)
                .into(new ArrayList<>());
    }

    private static Change<TemplateDocument> change(Template template) {
        return new Change<>(TemplateDocument.of(template), TemplateEventTranslator.translate(template.takeEvents()));
    }
}
