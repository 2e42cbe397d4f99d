package dev.keshi.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A department as of today.
 *
 * @param parentId null at the top
 * @param managerId null while the place is vacant
 */
public record DirectoryDepartment(
        String id,
        String name,
        @Nullable String nameEn,
        @Nullable String parentId,
        @Nullable String managerId,
        List<DeputyManager> deputies,
        boolean open) {

    /** @param inChargeOf departments below, each with everything below it, that this deputy is in charge of (分管) */
    public record DeputyManager(String personId, String area, List<String> inChargeOf) {}
}
