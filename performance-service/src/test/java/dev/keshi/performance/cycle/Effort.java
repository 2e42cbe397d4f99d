package dev.keshi.performance.cycle;

import static dev.keshi.performance.cycle.Studio.PEERS;
import static dev.keshi.performance.cycle.Studio.SUBJECT;

import dev.keshi.performance.DescribedOperation;
import dev.keshi.performance.Enterprise;
import dev.keshi.performance.StoreWatch;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * What requests about the appraisal of Sally take: the answer with its headers, and each command to the store with what came of it, the way
 * the store takes for it, and how many keys and documents it looks at. Nothing is changed by any of them.
 */
final class Effort {

    /** No command changes anything, because somebody else seems to have been faster; by then everything has been read. Peers are only named again. */
    private static final String STALE = "999";

    private static final Map<String, String> BODIES = Map.of(
            "give", "{\"points\":[{\"indicator\":\"quality\",\"points\":80}]}",
            "peers", "{\"personIds\":[\"" + String.join("\",\"", PEERS) + "\"]}",
            "waive-superior", "{\"reason\":\"离开\"}",
            "calibrate", "{\"grade\":\"GOOD\",\"reason\":\"带新人\"}",
            "interview", Enterprise.interview(LocalDate.of(2021, 7, 1)),
            "sign", "{}");

    private static final Pattern COMMAND = Pattern.compile(".*/v1/(appraisals|ratings)/\\{[A-Za-z]+}/([a-z-]+)");

    private final Enterprise enterprise;
    private final MongoTemplate mongo;
    private final StoreWatch store;
    private final List<String> reads;
    private final Map<String, String> commands = new TreeMap<>();

    /** Of Sally's ratings, who is asked for each. */
    private final Map<String, String> raters;

    Effort(Enterprise enterprise, MongoTemplate mongo, StoreWatch store, Studio studio) {
        this.enterprise = enterprise;
        this.mongo = mongo;
        this.store = store;
        this.raters = studio.ratings().stream()
                .map(one -> Map.entry(one.getString("_id"), one.get("state", Document.class)))
                .filter(one -> one.getValue().getString("subjectId").equals(SUBJECT))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().getString("raterId")));
        var appraisal = studio.appraisal(SUBJECT);
        this.reads = reads(studio, appraisal);
        for (var operation : DescribedOperation.of(enterprise)) {
            var command = COMMAND.matcher(operation.path());
            if (!operation.reads() && command.matches()) {
                var ids = command.group(1).equals("ratings") ? raters.keySet() : List.of(appraisal);
                ids.forEach(id -> commands.put(
                        '/' + command.group(1) + '/' + id + '/' + command.group(2),
                        Objects.requireNonNull(BODIES.get(command.group(2)), operation.path())));
            }
        }
    }

    /** Trials of other rules read what peers have said, for personnel, and are kept for whoever asks again. */
    private List<String> reads(Studio studio, String appraisal) {
        var about = Stream.concat(raters.keySet().stream(), Stream.of(appraisal, studio.cycle(), "/ratings?"))
                .toList();
        return new Reader(enterprise, SUBJECT)
                .addresses(studio).stream()
                        .filter(one ->
                                one.contains("/appraisals") || one.contains("/ratings") || one.contains("/cycles"))
                        .filter(one -> !one.contains("/replay"))
                        .filter(one -> about.stream().anyMatch(one::contains))
                        .toList();
    }

    /** By reader, and by method and address. */
    Map<String, Map<String, String>> ofEach(Collection<String> readers) {
        var looked = new HashMap<String, String>();
        var efforts = new HashMap<String, Map<String, String>>();
        for (var reader : readers) {
            var reading = new Reader(enterprise, reader);
            var taken = new TreeMap<String, String>();
            reads.forEach(address -> taken.put("GET " + address, of(() -> reading.answer(address), looked)));
            commands.forEach((path, body) -> {
                if (raters.entrySet().stream()
                        .noneMatch(one ->
                                path.contains(one.getKey()) && one.getValue().equals(reader))) {
                    taken.put("POST " + path, of(() -> command(reader, path, body), looked));
                }
            });
            efforts.put(reader, taken);
        }
        return efforts;
    }

    /** Of reading and giving a rating of Sally that another one is asked for, or that nobody is. */
    List<String> ofRating(String reader, String id) {
        return List.of(
                of(() -> new Reader(enterprise, reader).answer(Enterprise.API + "/ratings/" + id), new HashMap<>()),
                of(
                        () -> command(reader, "/ratings/" + id + "/give", Objects.requireNonNull(BODIES.get("give"))),
                        new HashMap<>()));
    }

    /** Who is asked for each of them. */
    Map<String, String> raters() {
        return raters;
    }

    private String command(String reader, String path, String body) {
        return Reader.told(enterprise.post(reader, path, STALE, body));
    }

    /** @param looked what was looked at for searches since anything was changed */
    private String of(Supplier<String> request, Map<String, String> looked) {
        var answer = new AtomicReference<String>();
        var asked = store.during(() -> answer.set(request.get()));
        return Stream.concat(
                        Stream.of(Objects.requireNonNull(answer.get())),
                        asked.stream().map(one -> {
                            var told = one.told();
                            return told + " -> " + one.came() + " | "
                                    + looked.computeIfAbsent(told, _ -> StoreWatch.looked(mongo, one));
                        }))
                .collect(Collectors.joining("\n"));
    }
}
