package dev.keshi.contracts.org;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deputy manager of a department.
 *
 * @param area 分管领域, the field of work this deputy is in charge of
 * @param areaEn the same in English; absent when it has no English name
 * @param inChargeOf departments below the deputy's own that this deputy is in charge of, each with everything below it;
 *     the deputy in charge of a department is found by walking up from it until one of these names is met
 */
public record Deputy(String personId, String area, @Nullable String areaEn, List<String> inChargeOf) {

    public Deputy {
        inChargeOf = List.copyOf(inChargeOf);
    }
}
