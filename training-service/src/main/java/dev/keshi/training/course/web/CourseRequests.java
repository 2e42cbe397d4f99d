package dev.keshi.training.course.web;

import dev.keshi.service.text.WrittenText;
import dev.keshi.training.course.CourseCode;
import dev.keshi.training.course.CourseCommand;
import dev.keshi.training.course.CourseContent;
import dev.keshi.training.course.CourseForm;
import dev.keshi.training.course.CourseSubject;
import dev.keshi.training.course.Induction;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What callers send about courses. */
final class CourseRequests {

    private static final int NAME = 100;
    private static final int CODE = 40;
    private static final int MOST = 50;

    private CourseRequests() {}

    /**
     * @param prerequisites codes of courses; none when absent
     * @param indicators codes of appraisal indicators that it strengthens; none when absent
     * @param inductionOfAll whether whoever is hired takes it; not when absent
     * @param inductionOf codes of positions, or of the role templates they were made from; none when absent
     * @param certificateMonths how long its certificate holds; it gives none when absent
     */
    record PublishCourse(
            @NotNull @Pattern(regexp = CourseCode.SHAPE) String code,

            @NotNull @Size(min = 1, max = NAME) @Pattern(regexp = WrittenText.ONE_LINE)
            String name,

            @Nullable @Size(min = 1, max = NAME) @Pattern(regexp = WrittenText.ONE_LINE)
            String nameEn,

            @NotNull CourseForm form,
            @NotNull CourseSubject subject,

            @NotNull @Min(1) @Max(CourseContent.MOST_MINUTES)
            Integer minutes,

            @Nullable @Size(max = MOST) List<@NotNull @Pattern(regexp = CourseCode.SHAPE) String> prerequisites,

            @Nullable @Size(max = MOST)
            List<@NotNull @Size(min = 1, max = CODE) @Pattern(regexp = WrittenText.ONE_LINE) String> indicators,

            @Nullable Boolean inductionOfAll,

            @Nullable @Size(max = MOST)
            List<@NotNull @Size(min = 1, max = CODE) @Pattern(regexp = WrittenText.ONE_LINE) String> inductionOf,

            @Nullable @Min(1) @Max(CourseContent.MOST_MONTHS)
            Integer certificateMonths) {

        CourseCommand.Publish toCommand() {
            return new CourseCommand.Publish(
                    new CourseCode(code),
                    new ReviseCourse(
                                    name,
                                    nameEn,
                                    form,
                                    subject,
                                    minutes,
                                    prerequisites,
                                    indicators,
                                    inductionOfAll,
                                    inductionOf,
                                    certificateMonths)
                            .content());
        }
    }

    /** As it is from now on, completely; what is absent means the same as when a course is published. */
    record ReviseCourse(
            @NotNull @Size(min = 1, max = NAME) @Pattern(regexp = WrittenText.ONE_LINE)
            String name,

            @Nullable @Size(min = 1, max = NAME) @Pattern(regexp = WrittenText.ONE_LINE)
            String nameEn,

            @NotNull CourseForm form,
            @NotNull CourseSubject subject,

            @NotNull @Min(1) @Max(CourseContent.MOST_MINUTES)
            Integer minutes,

            @Nullable @Size(max = MOST) List<@NotNull @Pattern(regexp = CourseCode.SHAPE) String> prerequisites,

            @Nullable @Size(max = MOST)
            List<@NotNull @Size(min = 1, max = CODE) @Pattern(regexp = WrittenText.ONE_LINE) String> indicators,

            @Nullable Boolean inductionOfAll,

            @Nullable @Size(max = MOST)
            List<@NotNull @Size(min = 1, max = CODE) @Pattern(regexp = WrittenText.ONE_LINE) String> inductionOf,

            @Nullable @Min(1) @Max(CourseContent.MOST_MONTHS)
            Integer certificateMonths) {

        CourseContent content() {
            return new CourseContent(
                    name,
                    Optional.ofNullable(nameEn),
                    form,
                    subject,
                    minutes,
                    listed(prerequisites).stream().map(CourseCode::new).collect(Collectors.toCollection(TreeSet::new)),
                    new TreeSet<>(listed(indicators)),
                    new Induction(Boolean.TRUE.equals(inductionOfAll), new TreeSet<>(listed(inductionOf))),
                    certificateMonths == null ? OptionalInt.empty() : OptionalInt.of(certificateMonths));
        }
    }

    private static List<String> listed(@Nullable List<String> values) {
        return values == null ? List.of() : values;
    }
}
