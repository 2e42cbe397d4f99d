package dev.keshi.chaos.load;

import dev.keshi.chaos.ledger.Ledger;
import dev.keshi.chaos.ledger.Operation;
import dev.keshi.chaos.ledger.Operation.Kind;
import dev.keshi.launcher.client.Answer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** A manager gives work, its owner reports it, and the manager accepts it: evidence that performance-service counts. */
public final class WorkStory implements Story {

    static final String ITEMS = "/api/workflow/v1/work-items";

    /** Days are those of the enterprise. */
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Person owner;
    private final Person manager;
    private final Ledger ledger;
    private final String run;

    /** @param run a few letters that no earlier run had */
    public WorkStory(Person owner, Person manager, Ledger ledger, String run) {
        this.owner = owner;
        this.manager = manager;
        this.ledger = ledger;
        this.run = run;
    }

    @Override
    public void once(Random chance) {
        long number = ledger.next();
        String title = run + number;
        // Whichever side of midnight the run ends on, nothing of it becomes late.
        var body = JsonMapper.shared()
                .createObjectNode()
                .put("ownerId", owner.id())
                .put("title", title)
                .put("dueDate", LocalDate.now(ZONE).plusDays(3).toString());
        String key = UUID.randomUUID().toString();
        Reply given = chance.nextBoolean() ? manager.insist(ITEMS, body, key) : manager.command(ITEMS, body, key);
        String item = given.answer()
                .filter(_ -> given.isOk())
                .map(answer -> answer.json().path("id").asString())
                .orElse("");
        ledger.add(new Operation(
                number,
                Kind.WORK,
                item,
                Map.of("title", title, "ownerId", owner.id()),
                given.outcome(),
                given.words()));
        if (!item.isEmpty() && act(owner, Kind.REPORT_WORK, item, "report", chance.nextBoolean())) {
            act(manager, Kind.ACCEPT_WORK, item, "accept", chance.nextBoolean());
        }
    }

    private boolean act(Person person, Kind kind, String item, String verb, boolean insists) {
        String path = ITEMS + "/" + item;
        String etag = person.look(path).map(Answer::etag).orElse("");
        if (etag.isEmpty()) {
            return false;
        }
        long number = ledger.next();
        String key = UUID.randomUUID().toString();
        var nothing = JsonMapper.shared().createObjectNode();
        Reply reply = insists
                ? person.insist(path + "/" + verb, nothing, key, "If-Match", etag)
                : person.command(path + "/" + verb, nothing, key, "If-Match", etag);
        ledger.add(new Operation(number, kind, item, Map.of(), reply.outcome(), reply.words()));
        return reply.isOk();
    }
}
