package dev.keshi.messaging.migration;

import com.mongodb.MongoClientSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * One change of a service's store, declared as a bean. It says what shall be, not how: so it can be broken off and done
 * again, and whoever changes it after it has run is found out.
 *
 * <p>The release before must be able to work with what a migration leaves behind, because both run side by side for a
 * while: fields are added in one release and taken away in a later one.
 *
 * @param id day and number, then what it is about: {@code 2026-11-21.1 when redrives were asked for}; migrations run in the
 *     order of their ids
 */
public record StoreMigration(String id, List<Step> steps) {

    private static final Pattern ID = Pattern.compile("\\d{4}-\\d{2}-\\d{2}\\.\\d \\S.{2,80}");

    /** A part of a migration. */
    sealed interface Step {

        /** What it does, as text that only changes when that changes. */
        String said();
    }

    /** Changes the documents that still need it. */
    record Update(String collection, Bson stillToDo, List<Bson> pipeline) implements Step {

        @Override
        public String said() {
            return "update %s %s %s"
                    .formatted(
                            collection,
                            json(stillToDo),
                            pipeline.stream().map(Update::json).toList());
        }

        private static String json(Bson bson) {
            return bson.toBsonDocument(Document.class, MongoClientSettings.getDefaultCodecRegistry())
                    .toJson();
        }
    }

    record DropIndex(String collection, String name) implements Step {

        @Override
        public String said() {
            return "drop index %s of %s".formatted(name, collection);
        }
    }

    record DropCollection(String collection) implements Step {

        @Override
        public String said() {
            return "drop " + collection;
        }
    }

    public StoreMigration {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("Not the id of a migration: " + id);
        }
        steps = List.copyOf(steps);
    }

    public static StoreMigration of(String id) {
        return new StoreMigration(id, List.of());
    }

    /**
     * Changes documents, a batch at a time.
     *
     * @param stillToDo matches a document that is to be changed, and does not match it afterwards
     * @param pipeline stages of an update; values that are text belong inside {@code $literal}
     */
    public StoreMigration update(String collection, Bson stillToDo, Bson... pipeline) {
        return with(new Update(collection, stillToDo, List.of(pipeline)));
    }

    /** The index may be gone already. */
    public StoreMigration dropIndex(String collection, String name) {
        return with(new DropIndex(collection, name));
    }

    /** The collection may be gone already. */
    public StoreMigration dropCollection(String collection) {
        return with(new DropCollection(collection));
    }

    private StoreMigration with(Step step) {
        var more = new ArrayList<>(steps);
        more.add(step);
        return new StoreMigration(id, more);
    }

    /** SHA-256 of what it does, in hexadecimal digits. */
    String checksum() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            steps.forEach(step -> digest.update((step.said() + '\n').getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
