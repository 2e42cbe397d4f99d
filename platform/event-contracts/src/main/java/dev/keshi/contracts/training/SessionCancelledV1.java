package dev.keshi.contracts.training;

import dev.keshi.contracts.Confidential;
import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.util.List;

/**
 * A session does not take place.
 *
 * @param reason what whoever cancelled it gave as reason, in their own words
 * @param personIds who had a place or waited for one
 */
@EventContract(
        type = "keshi.training.session-cancelled.v1",
        topic = Topics.TRAINING,
        aggregate = "session",
        key = "sessionId",
        en = "A session does not take place; nobody who had a place or waited comes.",
        zh = "培训班已取消。")
public record SessionCancelledV1(
        String sessionId, String courseCode, @Confidential String reason, List<String> personIds)
        implements PublishedEvent {

    public SessionCancelledV1 {
        personIds = List.copyOf(personIds);
    }
}
