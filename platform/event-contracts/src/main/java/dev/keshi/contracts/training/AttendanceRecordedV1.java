package dev.keshi.contracts.training;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;
import java.util.List;

/**
 * Who came to a session.
 *
 * @param form of the course
 * @param minutes the course takes
 * @param heldOn day on which the session ended, or who came was recorded where that was earlier, in the time zone of the enterprise
 * @param attended ids of people, each with a place
 * @param absent ids of people who had a place and did not come
 */
@EventContract(
        type = "keshi.training.attendance-recorded.v1",
        topic = Topics.TRAINING,
        aggregate = "session",
        key = "sessionId",
        en = "Who came to a session has been recorded, once for good.",
        zh = "培训班考勤已登记，此后不再变更。")
public record AttendanceRecordedV1(
        String sessionId,
        String courseCode,

        @KnownValues({"INTERNAL", "EXTERNAL", "ONLINE", "EXCHANGE"})
        String form,

        int minutes,
        LocalDate heldOn,
        String recordedBy,
        List<String> attended,
        List<String> absent)
        implements PublishedEvent {

    public AttendanceRecordedV1 {
        attended = List.copyOf(attended);
        absent = List.copyOf(absent);
    }
}
