package dev.keshi.chaos.load;

import dev.keshi.chaos.ledger.Ledger;
import dev.keshi.chaos.ledger.Operation;
import dev.keshi.chaos.ledger.Operation.Kind;
import dev.keshi.launcher.client.Answer;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody registers a risk, and either plans a measure against it, which the owner does in the work list later on, or has a figure watched that
 * goes up and down about its threshold.
 */
public final class RiskStory implements Story {

    private static final String RISKS = "/api/risk/v1/risks";
    private static final String INDICATORS = "/api/risk/v1/indicators";
    private static final String WORK_LIST = "/api/workflow/v1/work-list?limit=100";
    private static final int THRESHOLD = 10;
    private static final int DAYS = 6;

    private final Person owner;
    private final Person manager;
    private final String department;
    private final Ledger ledger;
    private final String run;

    /** Titles of measures whose work was not done yet. */
    private final Queue<String> planned = new ArrayDeque<>();

    /**
     * @param department of both
     * @param run a few letters that no earlier run had
     */
    public RiskStory(Person owner, Person manager, String department, Ledger ledger, String run) {
        this.owner = owner;
        this.manager = manager;
        this.department = department;
        this.ledger = ledger;
        this.run = run;
    }

    @Override
    public void once(Random chance) {
        doNext();
        String risk = register(chance);
        if (risk.isEmpty()) {
            return;
        }
        if (chance.nextBoolean()) {
            plan(risk, chance);
        } else {
            watch(risk, chance);
        }
    }

    private String register(Random chance) {
        long number = ledger.next();
        String title = run + number;
        ObjectNode body = node().put("kind", "OPERATION")
                .put("title", title)
                .put("description", title)
                .put("departmentId", department);
        body.putObject("inherent").put("likelihood", 4).put("impact", 4);
        Reply reply = send(owner, RISKS, body, chance.nextBoolean());
        return noted(number, Kind.RISK, "", Map.of("title", title), reply);
    }

    private void plan(String risk, Random chance) {
        String path = RISKS + "/" + risk;
        String etag = manager.look(path).map(Answer::etag).orElse("");
        var response = node().put("response", "REDUCE").put("rationale", "影响交付");
        if (etag.isEmpty()
                || !send(manager, path + "/respond", response, true, "If-Match", etag)
                        .isOk()) {
            return;
        }
        etag = manager.look(path).map(Answer::etag).orElse("");
        if (etag.isEmpty()) {
            return;
        }
        long number = ledger.next();
        String title = run + number;
        // At the beginning of the work list, and not late when midnight comes before it is done.
        ObjectNode body = node().put("title", title)
                .put("ownerId", owner.id())
                .put("dueOn", LocalDate.now(WorkStory.ZONE).plusDays(1).toString());
        body.putObject("expected").put("likelihood", 2).put("impact", 0);
        Reply reply = send(manager, path + "/measures", body, chance.nextBoolean(), "If-Match", etag);
        noted(number, Kind.MEASURE, risk, Map.of("title", title), reply);
        if (reply.isOk()) {
            planned.add(title);
        }
    }

    /** What was planned before, as soon as it stands in the work list. */
    private void doNext() {
        String title = planned.poll();
        if (title == null) {
            return;
        }
        Optional<JsonNode> work = owner.look(WORK_LIST).stream()
                .flatMap(list -> list.json().path("items").valueStream())
                .map(entry -> entry.path("work"))
                .filter(entry -> entry.path("title").asString("").equals(title))
                .findFirst();
        if (work.isEmpty()) {
            planned.add(title);
            return;
        }
        String item = work.get().path("workItemId").asString();
        String path = WorkStory.ITEMS + "/" + item;
        owner.look(path).map(Answer::etag).ifPresent(etag -> {
            long number = ledger.next();
            Reply reply = send(owner, path + "/report", node(), true, "If-Match", etag);
            noted(number, Kind.DO_MEASURE, item, Map.of("title", title), reply);
        });
    }

    private void watch(String risk, Random chance) {
        long number = ledger.next();
        String name = run + number;
        ObjectNode body = node().put("riskId", risk).put("name", name).put("unit", "%");
        body.putObject("rule")
                .put("direction", "ABOVE")
                .put("threshold", THRESHOLD)
                .put("recovery", THRESHOLD - 2)
                .put("breaches", 1)
                .put("rhythm", "DAILY");
        Reply reply = send(owner, INDICATORS, body, chance.nextBoolean());
        String indicator = noted(number, Kind.WATCH, "", Map.of("name", name), reply);
        for (int day = DAYS; day > 0 && !indicator.isEmpty(); day -= 2) {
            figures(indicator, day, chance);
        }
    }

    /** A day at which it is too high, and one at which it is not, but has not recovered either. */
    private void figures(String indicator, int daysAgo, Random chance) {
        long number = ledger.next();
        ObjectNode body = node();
        var values = body.putArray("values");
        var today = LocalDate.now(WorkStory.ZONE);
        values.addObject().put("period", today.minusDays(daysAgo).toString()).put("value", THRESHOLD + 1);
        values.addObject()
                .put("period", today.minusDays(daysAgo - 1L).toString())
                .put("value", THRESHOLD - 1);
        Reply reply = send(owner, INDICATORS + "/" + indicator + "/report", body, chance.nextBoolean());
        noted(number, Kind.FIGURES, indicator, Map.of(), reply);
    }

    /** @return the key, also of what was made just now; empty when nobody was told */
    private String noted(long number, Kind kind, String known, Map<String, String> asked, Reply reply) {
        String key = known.isEmpty()
                ? reply.answer()
                        .filter(_ -> reply.isOk())
                        .map(answer -> answer.json().path("id").asString())
                        .orElse("")
                : known;
        ledger.add(new Operation(number, kind, key, asked, reply.outcome(), reply.words()));
        return key;
    }

    private static Reply send(Person person, String path, ObjectNode body, boolean insists, String... headers) {
        String key = UUID.randomUUID().toString();
        return insists ? person.insist(path, body, key, headers) : person.command(path, body, key, headers);
    }

    private static ObjectNode node() {
        return JsonMapper.shared().createObjectNode();
    }
}
