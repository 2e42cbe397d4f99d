package dev.keshi.org.position;

import dev.keshi.org.department.DepartmentId;
import dev.keshi.org.position.PositionCommand.PositionContent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A position as it is kept. */
record PositionDocument(
        String code,
        String title,
        @Nullable String titleEn,
        @Nullable String departmentId,
        @Nullable Integer headcount,
        @Nullable String template,
        boolean retired) {

    static PositionDocument of(Position position) {
        var content = position.content();
        return new PositionDocument(
                position.code().value(),
                content.title().chinese(),
                content.title().english().orElse(null),
                content.department().map(DepartmentId::value).orElse(null),
                content.headcount().map(Headcount::holders).orElse(null),
                position.template().orElse(null),
                position.retired());
    }

    Position toPosition() {
        return new Position(new PositionCode(code), Optional.ofNullable(template), content(), retired);
    }

    PositionContent content() {
        return new PositionContent(
                new PositionTitle(title, Optional.ofNullable(titleEn)),
                Optional.ofNullable(departmentId).map(DepartmentId::new),
                Optional.ofNullable(headcount).map(Headcount::new));
    }
}
