package dev.keshi.performance.cycle;

import dev.keshi.performance.DescribedOperation;
import dev.keshi.performance.Enterprise;
import dev.keshi.performance.StoreWatch;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * What answers about a studio's cycle take. Time is not measured, since a measured one proves nothing, but that of which it is made: each
 * command to the store with what it names, how much of the store is looked at for it and by which way, how much comes back, and the answer with all
 * its headers. As long as nothing is changed, one of these is good for many readers.
 */
final class Effort {

    /** Of every command about cycles, appraisals and ratings, so that it is refused, if at all, as late as can be. */
    private static final Map<String, String> BODIES = Map.of(
            "give", "{\"points\":[{\"indicator\":\"quality\",\"points\":80}]}",
            "peers", "{\"personIds\":[\"" + String.join("\",\"", Studio.PEERS) + "\"]}",
            "waive-superior", "{\"reason\":\"离开\"}",
            "calibrate", "{\"grade\":\"GOOD\",\"reason\":\"带新人\"}",
            "interview", Enterprise.interview(LocalDate.of(2021, 7, 1)),
            "sign", "{}",
            "open", "{}",
            "close-rating", "{}",
            "publish", "{}",
            "cancel", "{\"reason\":\"重来\"}");

    private static final Pattern COMMAND = Pattern.compile(".*/v1/(cycles|appraisals|ratings)/\\{[A-Za-z]+}/([a-z-]+)");

    /** Keys of commands and what is made of them, and when it was. */
    private static final Pattern CHANCE = Pattern.compile(
            "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\{\"\\$(date|binary)\": (\"[^\"]*\"|\\{[^}]*})}|\\b[0-9a-f]{64}\\b"
                    // Of a cursor, and of which relay sends what an id writes.
                    + "|(?<=\"getMore\": )-?[0-9]+|(?<=\"lane\": )[0-9]+");

    /** What the key of a command is kept under, and its length. */
    private static final Pattern KEPT_KEY =
            Pattern.compile("(?<=\"_id\": (\\{\"\\$literal\": )?\")[A-Za-z0-9_-]{22}(?=\")");

    private final Enterprise enterprise;
    private final MongoTemplate mongo;
    private final StoreWatch store;
    private final Map<BsonDocument, String> looked = new HashMap<>();

    Effort(Enterprise enterprise, MongoTemplate mongo, StoreWatch store) {
        this.enterprise = enterprise;
        this.mongo = mongo;
        this.store = store;
    }

    /** @param takes the commands to the store in their order, with what the server looked at for each */
    record Told(String answer, String takes) {}

    /** Of all that somebody can read about it, and of all commands that do nothing; by method and address. */
    Map<String, Told> of(String reader, Studio studio) {
        var told = new TreeMap<String, Told>();
        var reading = new Reader(enterprise, reader);
        reading.addresses(studio).forEach(address -> told.put("GET " + address, of(() -> reading.answer(address))));
        commands(reader, studio).forEach((path, body) -> told.put("POST " + path, command(reader, path, body)));
        return told;
    }

    /** Of one request. */
    Told of(Supplier<String> request) {
        var answer = new AtomicReference<String>();
        var takes = store.during(() -> answer.set(request.get())).stream()
                .map(one -> named(one.command()) + " -> " + one.came() + " | "
                        + looked.computeIfAbsent(one.command(), command -> StoreWatch.looked(mongo, command)))
                .collect(Collectors.joining("\n"));
        return new Told(
                Objects.requireNonNull(answer.get()), CHANCE.matcher(takes).replaceAll("<chance>"));
    }

    private static String named(BsonDocument command) {
        var text = command.toJson();
        return text.contains("\"idempotency_keys\"") ? KEPT_KEY.matcher(text).replaceAll("<chance>") : text;
    }

    Told command(String reader, String path, String body) {
        var revision = Optional.ofNullable(
                        enterprise.get(reader, resource(path)).getResponse().getHeader("ETag"))
                .map(tag -> tag.replace("\"", ""))
                .orElse("1");
        return of(() -> Reader.told(enterprise.post(reader, path, revision, body)));
    }

    Told give(String reader, String rating) {
        return command(reader, "/ratings/" + rating + "/give", Objects.requireNonNull(BODIES.get("give")));
    }

    private static String resource(String command) {
        return Enterprise.API + command.substring(0, command.lastIndexOf('/'));
    }

    /** On the cycle, on the appraisal of the one who is rated, and on each rating of that one that another is asked for. */
    private Map<String, String> commands(String reader, Studio studio) {
        var ids = Map.of(
                "cycles", List.of(studio.cycle()),
                "appraisals", List.of(studio.appraisal(Studio.SUBJECT)),
                "ratings", notAskedOf(reader, studio));
        var commands = new TreeMap<String, String>();
        for (var operation : DescribedOperation.of(enterprise)) {
            var command = COMMAND.matcher(operation.path());
            if (!operation.reads() && command.matches()) {
                var verb = command.group(2);
                var body = Objects.requireNonNull(BODIES.get(verb), operation.path());
                Objects.requireNonNull(ids.get(command.group(1)))
                        .forEach(id -> commands.put('/' + command.group(1) + '/' + id + '/' + verb, body));
            }
        }
        return commands;
    }

    private static List<String> notAskedOf(String reader, Studio studio) {
        return studio.ratings().stream()
                .filter(one -> {
                    var rating = one.get("state", Document.class);
                    return rating.getString("subjectId").equals(Studio.SUBJECT)
                            && !rating.getString("raterId").equals(reader);
                })
                .map(one -> one.getString("_id"))
                .toList();
    }
}
