package dev.keshi.directory;

import dev.keshi.contracts.EncryptedText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person as of today. The name stays encrypted; {@link Directory#names} reads it.
 *
 * @param reportsTo only when it differs from what the department tree says
 * @param employed false after the person has left
 * @param since first day in this department and position; absent where the copy does not know it, which is from before it kept it
 */
public record DirectoryPerson(
        String id,
        EncryptedText name,
        String departmentId,
        @Nullable String positionId,
        @Nullable String reportsTo,
        boolean employed,
        @Nullable LocalDate since) {

    /** Whether the person had this department and position on that day already, as far as is known. */
    public boolean isThereSince(LocalDate day) {
        return since == null || !since.isAfter(day);
    }
}
