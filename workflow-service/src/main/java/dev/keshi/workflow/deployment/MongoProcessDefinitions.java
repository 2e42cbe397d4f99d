package dev.keshi.workflow.deployment;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import dev.keshi.workflow.definition.DefinitionId;
import dev.keshi.workflow.definition.ProcessKey;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/**
 * Versions in one aggregate a process; documents beside them under their hash, so that the same document is kept once and a
 * deployment that broke off has left nothing that hurts.
 */
@Repository
class MongoProcessDefinitions {

    private static final String DEFINITIONS = "process_definitions";
    private static final String DOCUMENTS = "process_documents";

    private final AggregateCollection<ProcessVersions> definitions;
    private final MongoOperations mongo;

    MongoProcessDefinitions(AggregateStore store, MongoOperations mongo) {
        this.definitions = store.collection(DEFINITIONS, ProcessVersions.class);
        this.mongo = mongo;
    }

    /** Key and version, so that people can read it; versions never change, so neither does the id. */
    static DefinitionId id(ProcessKey key, int version) {
        return new DefinitionId(key + ":" + version);
    }

    Optional<ProcessVersions> versions(ProcessKey key) {
        return definitions.find(key.value()).map(Versioned::state);
    }

    ProcessVersions create(ProcessKey key, CommandContext context, Change<ProcessVersions> change) {
        return definitions.create(key.value(), context, change).state();
    }

    ProcessVersions change(
            ProcessKey key, CommandContext context, Function<ProcessVersions, Change<ProcessVersions>> decide) {
        return definitions.change(key.value(), context, decide).state();
    }

    /** @return the hash under which the document is kept */
    String keep(byte[] xml) {
        var hash = sha256(xml);
        mongo.getCollection(DOCUMENTS)
                .updateOne(
                        eq("_id", hash), Updates.setOnInsert("xml", new Binary(xml)), new UpdateOptions().upsert(true));
        return hash;
    }

    Optional<DeployedProcess> find(DefinitionId id) {
        return located(id).map(found -> deployed(found.key(), found.versions(), found.version()));
    }

    Optional<byte[]> xml(DefinitionId id) {
        return located(id)
                .map(found -> mongo.getCollection(DOCUMENTS)
                        .find(eq("_id", found.version().document()))
                        .first())
                .map(document -> document.get("xml", Binary.class).getData());
    }

    Page<DeployedProcess> list(Paging paging) {
        var found = new ArrayList<Versioned<ProcessVersions>>();
        mongo.getCollection(DEFINITIONS)
                .find(paging.after().map(after -> gt("_id", after.id())).orElseGet(Document::new))
                .sort(new Document("_id", 1))
                .limit(paging.limit() + 1)
                .forEach(document -> found.add(definitions.versioned(document)));
        return paging.page(
                found,
                versions -> Position.of(versions.id(), versions.id()),
                versions -> deployed(
                        new ProcessKey(versions.id()),
                        versions.state(),
                        versions.state().newest()));
    }

    static DeployedProcess deployed(ProcessKey key, ProcessVersions all, ProcessVersions.Version version) {
        return new DeployedProcess(
                id(key, version.number()),
                key,
                version.number(),
                version.name(),
                version.nameEn(),
                version.deployedBy(),
                version.deployedAt(),
                version == all.newest());
    }

    private Optional<Located> located(DefinitionId id) {
        int colon = id.value().lastIndexOf(':');
        if (colon < 1) {
            return Optional.empty();
        }
        return definitions.find(id.value().substring(0, colon)).flatMap(found -> {
            var key = new ProcessKey(found.id());
            return found.state().versions().stream()
                    .filter(version -> id(key, version.number()).equals(id))
                    .findFirst()
                    .map(version -> new Located(key, found.state(), version));
        });
    }

    private static String sha256(byte[] xml) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(xml));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private record Located(ProcessKey key, ProcessVersions versions, ProcessVersions.Version version) {}
}
