package dev.keshi.org.position;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keshi.messaging.Versioned;
import dev.keshi.org.department.Branches;
import dev.keshi.org.department.DepartmentId;
import org.jspecify.annotations.Nullable;

/**
 * A position.
 *
 * @param departmentId where it exists, with all departments below; absent: everywhere
 * @param headcount approved number of holders; absent: not limited
 * @param template the bundled role template it was made from
 * @param inUse false when nobody can be given it any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PositionView(
        String id,
        String code,
        String title,
        @Nullable String titleEn,
        @Nullable String departmentId,
        @Nullable Integer headcount,
        @Nullable String template,
        boolean inUse) {

    /** Whether people of a department may be given it, judged by the tree of a day. */
    public boolean isOfferedIn(DepartmentId department, Branches branches) {
        return departmentId == null
                || departmentId.equals(department.value())
                || branches.isBelow(department, new DepartmentId(departmentId));
    }

    static Versioned<PositionView> of(Versioned<PositionDocument> position) {
        var state = position.state();
        return new Versioned<>(
                position.id(),
                position.version(),
                new PositionView(
                        position.id(),
                        state.code(),
                        state.title(),
                        state.titleEn(),
                        state.departmentId(),
                        state.headcount(),
                        state.template(),
                        !state.retired()));
    }
}
