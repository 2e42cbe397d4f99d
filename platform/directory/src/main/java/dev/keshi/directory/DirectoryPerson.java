package dev.keshi.directory;

import dev.keshi.contracts.EncryptedText;
import org.jspecify.annotations.Nullable;

/**
 * A person as of today. The name stays encrypted; {@link Directory#names} reads it.
 *
 * @param reportsTo only when it differs from what the department tree says
 * @param employed false after the person has left
 */
public record DirectoryPerson(
        String id,
        EncryptedText name,
        String departmentId,
        @Nullable String positionId,
        @Nullable String reportsTo,
        boolean employed) {}
