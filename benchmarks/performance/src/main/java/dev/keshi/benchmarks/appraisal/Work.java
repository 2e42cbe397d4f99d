package dev.keshi.benchmarks.appraisal;

import dev.keshi.contracts.workflow.WorkItemAssignedV1;
import dev.keshi.contracts.workflow.WorkItemCompletedV1;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Work items as workflow-service tells of them, all of one quarter: of everybody one that was done in time, and more that were late. */
final class Work {

    /** What is moved by an item that was late. */
    static final String INDICATOR = "tasks-on-time";

    /** That it was done, and whether by its day. */
    private static final int FACTS_OF_ONE = 2;

    private static final String TITLE = "整理客户反馈";
    private static final LocalDate DUE = LocalDate.of(2020, 2, 14);
    private static final Instant ASSIGNED = Instant.parse("2020-02-03T01:00:00Z");
    private static final Instant IN_TIME = Instant.parse("2020-02-12T01:00:00Z");
    private static final Instant TOO_LATE = Instant.parse("2020-02-20T01:00:00Z");

    private final OtherServices services;
    private int items;
    private int inTeams;
    private int inCrowd;

    Work(OtherServices services) {
        this.services = services;
    }

    /** Publishes one item of everybody who has done none yet; returns when Kafka has it. */
    void ofEverybody(People people) {
        for (; inTeams < people.inTeams(); inTeams++) {
            doneInTime(People.person(inTeams));
        }
        for (; inCrowd < people.inCrowd(); inCrowd++) {
            doneInTime(People.ofCrowd(inCrowd));
        }
        services.flush();
    }

    private void doneInTime(String owner) {
        var item = assigned(owner);
        completed(item, owner, IN_TIME, UUID.randomUUID().toString());
    }

    /** @return id of the item */
    String assigned(String owner) {
        var item = "w-" + items++;
        services.publish(
                new WorkItemAssignedV1(item, TITLE, owner, null, null, "PLAN", null, DUE, "NORMAL"), item, 1);
        return item;
    }

    /** @param event id that the event shall have */
    void completedTooLate(String item, String owner, String event) {
        completed(item, owner, TOO_LATE, event);
    }

    private void completed(String item, String owner, Instant at, String event) {
        services.publish(
                new WorkItemCompletedV1(
                        item,
                        TITLE,
                        owner,
                        null,
                        null,
                        "PLAN",
                        null,
                        "NORMAL",
                        DUE,
                        DUE,
                        ASSIGNED,
                        at,
                        at,
                        at.equals(IN_TIME),
                        0,
                        Duration.between(ASSIGNED, at).toSeconds(),
                        null),
                item,
                2,
                event);
    }

    /** How many facts all of it leads to. */
    long facts() {
        return (long) items * FACTS_OF_ONE;
    }
}
