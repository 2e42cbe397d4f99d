package dev.keshi.org.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keshi.org.ImportOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import and how far it is.
 *
 * @param effectiveOn day from which changes of what existed before hold
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportView(
        String id,
        ImportStatus state,
        LocalDate effectiveOn,
        Instant acceptedAt,
        @Nullable Instant completedAt,
        List<TableProgress> tables) {

    /** @param done rows that were carried out, of {@code total} */
    public record TableProgress(String table, int total, int done, ImportOutcome outcome) {}
}
