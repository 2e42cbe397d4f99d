package dev.keshi.contracts.training;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A course is in the catalogue, completely as it stands from now on; a revision tells the same.
 *
 * @param minutes how long it takes
 * @param prerequisites codes of courses to be learned before
 * @param indicators codes of the appraisal indicators that it strengthens
 * @param inductionOf codes of positions, or of the role templates they were made from
 * @param certificateMonths absent when it gives no certificate
 */
@EventContract(
        type = "keshi.training.course-published.v1",
        topic = Topics.TRAINING,
        aggregate = "course",
        key = "courseCode",
        en = "A course is in the catalogue, as it is told here from now on.",
        zh = "课程已发布或修订，以本事件所述为准。")
public record CoursePublishedV1(
        String courseCode,
        String name,
        @Nullable String nameEn,

        @KnownValues({"INTERNAL", "EXTERNAL", "ONLINE", "EXCHANGE"})
        String form,

        @KnownValues({
            "INDUCTION",
            "SKILLS",
            "TOOLS",
            "BUSINESS",
            "MANAGEMENT",
            "COMMUNICATION",
            "CONDUCT",
            "ETHICS",
            "COMPLIANCE",
            "TEAM"
        })
        String subject,

        int minutes,
        List<String> prerequisites,
        List<String> indicators,
        boolean inductionOfAll,
        List<String> inductionOf,
        @Nullable Integer certificateMonths)
        implements PublishedEvent {

    public CoursePublishedV1 {
        prerequisites = List.copyOf(prerequisites);
        indicators = List.copyOf(indicators);
        inductionOf = List.copyOf(inductionOf);
    }
}
