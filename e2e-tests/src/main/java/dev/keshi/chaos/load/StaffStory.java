package dev.keshi.chaos.load;

import dev.keshi.chaos.ledger.Invariant;
import dev.keshi.chaos.ledger.Ledger;
import dev.keshi.chaos.ledger.Operation;
import dev.keshi.chaos.ledger.Operation.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An administrator hires somebody and changes the person a few times: transfers, another superior, another name, an old version, and two changes of
 * one version at the same moment.
 */
public final class StaffStory implements Story {

    static final String PEOPLE = "/api/org/v1/people";

    private final Person administrator;
    private final Ledger ledger;
    private final String run;
    private final List<String> departments;
    private final List<String> superiors;

    /**
     * @param run a few letters that no earlier run had
     * @param departments two
     * @param superiors two people of the enterprise
     */
    public StaffStory(
            Person administrator, Ledger ledger, String run, List<String> departments, List<String> superiors) {
        this.administrator = administrator;
        this.ledger = ledger;
        this.run = run;
        this.departments = List.copyOf(departments);
        this.superiors = List.copyOf(superiors);
    }

    @Override
    public void once(Random chance) {
        long number = ledger.next();
        String mark = run + number;
        var asked = Map.of("employeeNumber", mark, "name", mark, "departmentId", departments.getFirst());
        Reply hired = send(PEOPLE, body(asked), chance.nextBoolean());
        String id = hired.answer()
                .filter(_ -> hired.isOk())
                .map(answer -> answer.json().path("person").path("id").asString())
                .orElse("");
        ledger.add(new Operation(number, Kind.HIRE, id, asked, hired.outcome(), hired.words()));
        int changes = 1 + chance.nextInt(3);
        for (int change = 0; change < changes && !id.isEmpty(); change++) {
            var seen = administrator.look(PEOPLE + "/" + id);
            if (seen.isEmpty()) {
                return;
            }
            var person = seen.get().json();
            String department = other(departments, person.path("departmentId").asString(""));
            String superior = other(superiors, person.path("reportsTo").asString(""));
            change(new Seen(id, seen.get().etag(), department, superior), chance);
        }
    }

    /** A person as somebody saw him or her, and what could be different. */
    private record Seen(String id, String etag, String department, String superior) {

        /** The same version, and the other department. */
        Seen back(List<String> departments) {
            return new Seen(id, etag, other(departments, department), superior);
        }
    }

    private static String other(List<String> two, String one) {
        return two.getFirst().equals(one) ? two.getLast() : two.getFirst();
    }

    private void change(Seen seen, Random chance) {
        boolean insists = chance.nextBoolean();
        switch (chance.nextInt(5)) {
            case 0 -> rename(seen, insists);
            case 1 -> report(seen, insists);
            case 2 -> race(seen);
            case 3 -> {
                if (transfer(Kind.TRANSFER, seen, insists)
                        && transfer(Kind.STALE_TRANSFER, seen.back(departments), false)) {
                    ledger.broken(
                            Invariant.I6, "%s was transferred by someone who saw an old version".formatted(seen.id()));
                }
            }
            default -> transfer(Kind.TRANSFER, seen, insists);
        }
    }

    private void race(Seen seen) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var transfer = CompletableFuture.supplyAsync(() -> transfer(Kind.TRANSFER, seen, false), threads);
            var renaming = CompletableFuture.supplyAsync(() -> rename(seen, false), threads);
            if (transfer.join() && renaming.join()) {
                ledger.broken(Invariant.I6, "two changed the version %s of %s".formatted(seen.etag(), seen.id()));
            }
        }
    }

    private boolean transfer(Kind kind, Seen seen, boolean insists) {
        return change(seen, kind, "transfer", Map.of("departmentId", seen.department()), insists);
    }

    private boolean report(Seen seen, boolean insists) {
        return change(seen, Kind.REPORT, "reporting-line", Map.of("reportsTo", seen.superior()), insists);
    }

    private boolean rename(Seen seen, boolean insists) {
        return change(seen, Kind.DETAILS, "details", Map.of("name", run + ledger.next()), insists);
    }

    /** @return whether it was told that it is done */
    private boolean change(Seen seen, Kind kind, String verb, Map<String, String> asked, boolean insists) {
        long number = ledger.next();
        Reply reply =
                send("%s/%s/%s".formatted(PEOPLE, seen.id(), verb), body(asked), insists, "If-Match", seen.etag());
        var expected = new HashMap<>(asked);
        expected.put("sequence", Revision.after(seen.etag()));
        ledger.add(new Operation(number, kind, seen.id(), expected, reply.outcome(), reply.words()));
        return reply.isOk();
    }

    private Reply send(String path, ObjectNode body, boolean insists, String... headers) {
        String key = UUID.randomUUID().toString();
        return insists
                ? administrator.insist(path, body, key, headers)
                : administrator.command(path, body, key, headers);
    }

    private static ObjectNode body(Map<String, String> fields) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        fields.forEach(body::put);
        return body;
    }
}
