package dev.keshi.chaos.ledger;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import dev.keshi.launcher.platform.Service;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The databases of the services, for someone who may only read. */
public final class Stores implements AutoCloseable {

    private static final String READER = "keshi_ledger";

    private final MongoClient client;

    private Stores(MongoClient client) {
        this.client = client;
    }

    /** @param administrator connection string of someone who may make a user that reads everything */
    public static Stores readOnly(String administrator) {
        String password = java.util.UUID.randomUUID().toString();
        try (var root = MongoClients.create(administrator)) {
            var admin = root.getDatabase("admin");
            boolean known = !admin.runCommand(new Document("usersInfo", READER))
                    .getList("users", Document.class)
                    .isEmpty();
            admin.runCommand(new Document(known ? "updateUser" : "createUser", READER)
                    .append("pwd", password)
                    .append("roles", List.of("readAnyDatabase")));
        }
        return new Stores(
                MongoClients.create(administrator.replaceFirst("://[^@]*@", "://" + READER + ":" + password + "@")));
    }

    /** Documents that have one of the values in a field. */
    public List<Document> in(Service service, String collection, String field, Collection<String> values) {
        return find(service, collection, Filters.in(field, values));
    }

    /** Documents that have the text somewhere in a field. */
    List<Document> with(Service service, String collection, String field, String text) {
        return find(service, collection, Filters.regex(field, Pattern.quote(text)));
    }

    private List<Document> find(Service service, String collection, Bson filter) {
        return client.getDatabase(service.database().orElseThrow())
                .withReadPreference(ReadPreference.primary())
                .withReadConcern(ReadConcern.MAJORITY)
                .getCollection(collection)
                .find(filter)
                .into(new ArrayList<>());
    }

    /** Documents whose events were not published yet, by database and collection. */
    public Map<String, Long> pending() {
        var pending = new HashMap<String, Long>();
        Arrays.stream(Service.values())
                .flatMap(service -> service.database().stream())
                .forEach(name -> client.getDatabase(name)
                        .listCollectionNames()
                        .forEach(collection -> count(name, collection, Filters.exists("outbox.0"), pending)));
        return pending;
    }

    /** Records that were parked, those without a key or with one that begins with the prefix aside. */
    public Map<String, Long> deadLetters(String prefix) {
        var parked = new HashMap<String, Long>();
        Bson ours = Filters.nor(Filters.regex("key", "^" + prefix), Filters.eq("key", ""));
        Arrays.stream(Service.values())
                .flatMap(service -> service.database().stream())
                .forEach(name -> {
                    count(name, "dead_letters", ours, parked);
                    count(name, "parked_keys", ours, parked);
                });
        return parked;
    }

    private void count(String database, String collection, Bson filter, Map<String, Long> into) {
        long count = client.getDatabase(database).getCollection(collection).countDocuments(filter);
        if (count > 0) {
            into.put(database + "." + collection, count);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
