package dev.keshi.chaos.load;

import dev.keshi.chaos.ledger.Invariant;
import dev.keshi.chaos.ledger.Ledger;
import dev.keshi.chaos.ledger.Operation;
import dev.keshi.chaos.ledger.Operation.Kind;
import dev.keshi.chaos.ledger.Outcome;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Someone in personnel opens a department and changes it a few times: renames and moves it, names a version that is old, sends the same command
 * twice, and two do it at the same moment.
 */
public final class DepartmentStory implements Story {

    static final String DEPARTMENTS = "/api/org/v1/departments";

    private static final String NAME = "临时部门";

    private final Person personnel;
    private final Ledger ledger;
    private final String run;
    private final String top;
    private final String home;

    /**
     * @param run a few letters that no earlier run had
     * @param top below which departments are opened
     * @param home below which they are moved
     */
    public DepartmentStory(Person personnel, Ledger ledger, String run, String top, String home) {
        this.personnel = personnel;
        this.ledger = ledger;
        this.run = run;
        this.top = top;
        this.home = home;
    }

    @Override
    public void once(Random chance) {
        long number = ledger.next();
        String mark = run + number;
        var body = node().put("parentId", top).put("code", mark).put("name", NAME);
        Reply opened = send(DEPARTMENTS, body, chance.nextBoolean());
        String id = opened.answer()
                .filter(_ -> opened.isOk())
                .map(answer -> answer.json().path("id").asString())
                .orElse("");
        ledger.add(new Operation(
                number,
                Kind.OPEN,
                id,
                Map.of("code", mark, "parentId", top, "name", NAME),
                opened.outcome(),
                opened.words()));
        int changes = 1 + chance.nextInt(4);
        for (int change = 0; change < changes && !id.isEmpty(); change++) {
            var seen = personnel.look(DEPARTMENTS + "/" + id);
            if (seen.isEmpty()) {
                return;
            }
            boolean isHome = seen.get().json().path("parentId").asString("").equals(home);
            change(id, seen.get().etag(), isHome ? top : home, chance);
        }
    }

    /** @param elsewhere where it could be moved */
    private void change(String id, String etag, String elsewhere, Random chance) {
        switch (chance.nextInt(6)) {
            case 0 -> move(id, etag, elsewhere, chance);
            case 1 -> race(id, etag);
            case 2 -> {
                if (rename(id, etag, chance)) {
                    staleRename(id, etag);
                }
            }
            case 3 -> twice(id, etag);
            default -> rename(id, etag, chance);
        }
    }

    private boolean rename(String id, String etag, Random chance) {
        long number = ledger.next();
        String mark = run + number;
        Reply reply = send(path(id, "rename"), name(mark), chance.nextBoolean(), "If-Match", etag);
        renamed(number, Kind.RENAME, id, mark, etag, reply);
        if (reply.isOk()) {
            personnel
                    .look(DEPARTMENTS + "/" + id)
                    .map(answer -> answer.json().path("name").asString())
                    .filter(name -> !name.equals(mark))
                    .ifPresent(name -> ledger.broken(
                            Invariant.I5, "%s was renamed to %s and its caller read %s".formatted(id, mark, name)));
        }
        return reply.isOk();
    }

    private void staleRename(String id, String etag) {
        long number = ledger.next();
        String mark = run + number;
        Reply reply = send(path(id, "rename"), name(mark), false, "If-Match", etag);
        renamed(number, Kind.STALE_RENAME, id, mark, etag, reply);
        if (reply.isOk()) {
            ledger.broken(Invariant.I6, "%s was renamed to %s by someone who saw an old version".formatted(id, mark));
        }
    }

    private void move(String id, String etag, String elsewhere, Random chance) {
        long number = ledger.next();
        Reply reply = send(path(id, "move"), node().put("parentId", elsewhere), chance.nextBoolean(), "If-Match", etag);
        ledger.add(new Operation(
                number,
                Kind.MOVE,
                id,
                Map.of("parentId", elsewhere, "sequence", Revision.after(etag)),
                reply.outcome(),
                reply.words()));
    }

    /** The same command with the same key again: the same answer, and nothing more happens. */
    private void twice(String id, String etag) {
        long number = ledger.next();
        String mark = run + number;
        String key = UUID.randomUUID().toString();
        Reply first = personnel.insist(path(id, "rename"), name(mark), key, "If-Match", etag);
        renamed(number, Kind.RENAME, id, mark, etag, first);
        Reply again = personnel.command(path(id, "rename"), name(mark), key, "If-Match", etag);
        if (first.isOk() && again.outcome() == Outcome.FAILED) {
            ledger.broken(
                    Invariant.I7,
                    "the rename of %s to %s was carried out and its repetition answered %s"
                            .formatted(id, mark, again.words()));
        }
    }

    private void race(String id, String etag) {
        long one = ledger.next();
        long other = ledger.next();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = CompletableFuture.supplyAsync(
                    () -> send(path(id, "rename"), name(run + one), false, "If-Match", etag), threads);
            var second = CompletableFuture.supplyAsync(
                    () -> send(path(id, "rename"), name(run + other), false, "If-Match", etag), threads);
            renamed(one, Kind.RENAME, id, run + one, etag, first.join());
            renamed(other, Kind.RENAME, id, run + other, etag, second.join());
            if (first.join().isOk() && second.join().isOk()) {
                ledger.broken(
                        Invariant.I6,
                        "both %s and %s changed the same version of %s".formatted(run + one, run + other, id));
            }
        }
    }

    private Reply send(String path, ObjectNode body, boolean insists, String... headers) {
        String key = UUID.randomUUID().toString();
        return insists ? personnel.insist(path, body, key, headers) : personnel.command(path, body, key, headers);
    }

    private void renamed(long number, Kind kind, String id, String mark, String etag, Reply reply) {
        ledger.add(new Operation(
                number,
                kind,
                id,
                Map.of("name", mark, "sequence", Revision.after(etag)),
                reply.outcome(),
                reply.words()));
    }

    private static String path(String id, String verb) {
        return "%s/%s/%s".formatted(DEPARTMENTS, id, verb);
    }

    private static ObjectNode name(String mark) {
        return node().put("name", mark);
    }

    private static ObjectNode node() {
        return JsonMapper.shared().createObjectNode();
    }
}
