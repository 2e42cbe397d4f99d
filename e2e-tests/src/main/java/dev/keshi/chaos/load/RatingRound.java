package dev.keshi.chaos.load;

import dev.keshi.chaos.ledger.Invariant;
import dev.keshi.chaos.ledger.Ledger;
import dev.keshi.chaos.ledger.Operation;
import dev.keshi.chaos.ledger.Operation.Kind;
import dev.keshi.chaos.ledger.Outcome;
import dev.keshi.chaos.load.AppraisalStory.Panel;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What people are asked to say of each other in one cycle, and say: once, twice with the same key, twice at the same moment, or too late. */
final class RatingRound {

    private static final String RATINGS = AppraisalStory.API + "/ratings";
    private static final String SUPERIOR = "SUPERIOR";
    private static final String PEER = "PEER";
    private static final int AT_A_TIME = 4;

    private final Panel panel;
    private final Ledger ledger;
    private final String cycle;
    private final Queue<Wanted> open = new ArrayDeque<>();

    /** Of whoever will rate too late, as soon as it was found. */
    private Optional<JsonNode> late = Optional.empty();

    private record Wanted(Person rater, Person subject, String kind) {}

    RatingRound(Panel panel, Ledger ledger, String cycle) {
        this.panel = panel;
        this.ledger = ledger;
        this.cycle = cycle;
        for (Person subject : panel.subjects()) {
            open.add(new Wanted(panel.superior(), subject, SUPERIOR));
            open.add(new Wanted(subject, subject, "SELF"));
        }
        var first = panel.subjects().getFirst();
        panel.peers().forEach(peer -> open.add(new Wanted(peer, first, PEER)));
        open.add(new Wanted(panel.late(), first, PEER));
    }

    boolean isOver() {
        return open.isEmpty();
    }

    /** A few of them. */
    void goOn(Random chance) {
        for (int count = 0; count < AT_A_TIME && !isOver(); count++) {
            var wanted = open.remove();
            var list = wanted.rater().look(RATINGS + "?limit=100&status=OPEN");
            if (list.isEmpty()) {
                open.add(wanted);
                return;
            }
            list.get()
                    .json()
                    .path("items")
                    .valueStream()
                    .filter(one -> one.path("cycleId").asString().equals(cycle)
                            && one.path("subjectId")
                                    .asString()
                                    .equals(wanted.subject().id())
                            && one.path("kind").asString().equals(wanted.kind()))
                    .findFirst()
                    .ifPresent(rating -> {
                        if (wanted.rater() == panel.late()) {
                            late = Optional.of(rating);
                        } else {
                            rate(wanted, rating, chance);
                        }
                    });
        }
    }

    private void rate(Wanted wanted, JsonNode rating, Random chance) {
        switch (chance.nextInt(3)) {
            case 0 -> twice(wanted, rating, chance);
            case 1 -> {
                var one = points(rating, chance);
                var other = points(rating, chance);
                var replies = AtOnce.all(List.<Supplier<Reply>>of(
                        () -> give(wanted, rating, one, false), () -> give(wanted, rating, other, false)));
                if (replies.stream().allMatch(Reply::isOk)) {
                    ledger.broken(
                            Invariant.I6,
                            "two gave the rating %s".formatted(rating.path("id").asString()));
                }
            }
            default -> give(wanted, rating, points(rating, chance), chance.nextBoolean());
        }
    }

    /** The same with the same key again: the same answer, and nothing more happens. */
    private void twice(Wanted wanted, JsonNode rating, Random chance) {
        String key = UUID.randomUUID().toString();
        var points = points(rating, chance);
        Reply first = wanted.rater().insist(path(rating), sheet(points), key, "If-Match", "\"1\"");
        noted(wanted, rating, points, first);
        Reply again = wanted.rater().command(path(rating), sheet(points), key, "If-Match", "\"1\"");
        if (first.isOk() && again.outcome() == Outcome.FAILED) {
            ledger.broken(
                    Invariant.I7,
                    "the rating %s was given and its repetition answered %s"
                            .formatted(rating.path("id").asString(), again.words()));
        }
    }

    /** When rating is closed. */
    void tooLate(Random chance) {
        late.ifPresent(rating -> {
            var wanted = new Wanted(panel.late(), panel.subjects().getFirst(), PEER);
            if (give(wanted, rating, points(rating, chance), false).isOk()) {
                ledger.broken(
                        Invariant.I8,
                        "%s was given when rating was closed"
                                .formatted(rating.path("id").asString()));
            }
        });
    }

    private Reply give(Wanted wanted, JsonNode rating, Map<String, Integer> points, boolean insists) {
        Reply reply = wanted.rater().send(path(rating), sheet(points), insists, "If-Match", "\"1\"");
        noted(wanted, rating, points, reply);
        return reply;
    }

    private void noted(Wanted wanted, JsonNode rating, Map<String, Integer> points, Reply reply) {
        var asked = new HashMap<>(
                Map.of("cycleId", cycle, "subjectId", wanted.subject().id(), "kind", wanted.kind()));
        points.forEach((indicator, given) -> asked.put("points." + indicator, given.toString()));
        ledger.add(new Operation(
                ledger.next(), Kind.RATE, rating.path("id").asString(), asked, reply.outcome(), reply.words()));
    }

    /** Twelves: whatever three or four peers give, their mean is shown without being rounded. */
    private static Map<String, Integer> points(JsonNode rating, Random chance) {
        var points = new HashMap<String, Integer>();
        rating.path("indicators").forEach(one -> points.put(one.path("code").asString(), 12 * (4 + chance.nextInt(5))));
        return points;
    }

    private static ObjectNode sheet(Map<String, Integer> points) {
        ObjectNode sheet = JsonMapper.shared().createObjectNode();
        var given = sheet.putArray("points");
        points.forEach((indicator, some) ->
                given.addObject().put("indicator", indicator).put("points", some));
        return sheet;
    }

    private static String path(JsonNode rating) {
        return RATINGS + "/" + rating.path("id").asString() + "/give";
    }
}
