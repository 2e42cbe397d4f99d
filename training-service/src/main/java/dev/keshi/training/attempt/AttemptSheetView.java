package dev.keshi.training.attempt;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keshi.messaging.Versioned;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All attempts of a person at a course, the first one first, without questions and answers. */
public record AttemptSheetView(
        String id, String courseCode, String personId, String departmentId, List<Summary> attempts) {

    public AttemptSheetView {
        attempts = List.copyOf(attempts);
    }

    /** @param percent half-even to one decimal place, as text; absent while the attempt runs */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Summary(
            String id,
            int number,
            int coursewareVersion,
            AttemptStatus status,
            Instant startedAt,
            Instant endsAt,
            @Nullable String percent) {}

    static Versioned<AttemptSheetView> of(Versioned<AttemptSheetDocument> stored) {
        var sheet = stored.state();
        return new Versioned<>(
                stored.id(),
                stored.version(),
                new AttemptSheetView(
                        stored.id(),
                        sheet.courseCode(),
                        sheet.personId(),
                        sheet.departmentId(),
                        sheet.attempts().stream()
                                .map(attempt -> new Summary(
                                        attempt.attemptId(),
                                        attempt.number(),
                                        attempt.coursewareVersion(),
                                        attempt.status(),
                                        attempt.startedAt(),
                                        attempt.endsAt(),
                                        Optional.ofNullable(attempt.result())
                                                .map(AttemptDocument.Result::percent)
                                                .map(BigDecimal::toPlainString)
                                                .orElse(null)))
                                .toList()));
    }
}
