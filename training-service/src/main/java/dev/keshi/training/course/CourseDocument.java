package dev.keshi.training.course;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A course as it is kept; its id is its code. */
record CourseDocument(
        String name,
        @Nullable String nameEn,
        CourseForm form,
        CourseSubject subject,
        int minutes,
        List<String> prerequisites,
        List<String> indicators,
        boolean inductionOfAll,
        List<String> inductionOf,
        @Nullable Integer certificateMonths,
        boolean retired) {

    CourseDocument {
        prerequisites = List.copyOf(prerequisites);
        indicators = List.copyOf(indicators);
        inductionOf = List.copyOf(inductionOf);
    }

    static CourseDocument of(CourseContent content, boolean retired) {
        return new CourseDocument(
                content.name(),
                content.nameEn().orElse(null),
                content.form(),
                content.subject(),
                content.minutes(),
                content.prerequisites().stream().map(CourseCode::value).toList(),
                List.copyOf(content.indicators()),
                content.induction().everybody(),
                List.copyOf(content.induction().positions()),
                content.certificateMonths().isPresent()
                        ? content.certificateMonths().getAsInt()
                        : null,
                retired);
    }

    CourseContent content() {
        return new CourseContent(
                name,
                Optional.ofNullable(nameEn),
                form,
                subject,
                minutes,
                prerequisites.stream().map(CourseCode::new).collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(indicators),
                new Induction(inductionOfAll, new TreeSet<>(inductionOf)),
                certificateMonths == null ? OptionalInt.empty() : OptionalInt.of(certificateMonths));
    }
}
