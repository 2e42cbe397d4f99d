package dev.keshi.notification.course;

import dev.keshi.contracts.training.CoursePublishedV1;
import dev.keshi.contracts.training.SessionScheduledV1;
import dev.keshi.messaging.consumer.Projected;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What events about courses and sessions leave here. */
public final class CourseCopy {

    public static final String COURSES = "courses";
    public static final String SESSIONS = "sessions";

    static final String NAME = "name";
    static final String NAME_EN = "nameEn";
    static final String STARTS_AT = "startsAt";
    static final String PLACE = "place";

    private CourseCopy() {}

    /** A revision tells the course completely, so an English name that is gone is gone here. */
    public static Projected of(CoursePublishedV1 course) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put(NAME, course.name());
        fields.put(NAME_EN, course.nameEn());
        return Projected.set(fields);
    }

    public static Projected of(SessionScheduledV1 session) {
        return Projected.set(Map.of(STARTS_AT, Date.from(session.startsAt()), PLACE, session.place()));
    }
}
