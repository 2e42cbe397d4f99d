package dev.keshi.org.position;

import dev.keshi.org.department.DepartmentId;
import java.util.Optional;

/** What can be asked of positions. */
public sealed interface PositionCommand {

    /** @param template name of the bundled role template it is made from */
    record Define(PositionCode code, PositionContent content, Optional<String> template) implements PositionCommand {}

    /** A command about a position that exists. */
    sealed interface OfExisting extends PositionCommand {
        PositionId id();
    }

    /** The position as it is from now on, completely. */
    record Revise(PositionId id, PositionContent content) implements OfExisting {}

    /** Nobody can be given it any more; who holds it keeps it. */
    record Retire(PositionId id) implements OfExisting {}

    /**
     * @param department where it exists, with all departments below; absent: everywhere
     * @param headcount absent: not limited
     */
    record PositionContent(PositionTitle title, Optional<DepartmentId> department, Optional<Headcount> headcount) {}
}
