package dev.keshi.org.position;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.org.PositionDefinedV1;
import dev.keshi.contracts.org.PositionRetiredV1;
import dev.keshi.contracts.org.PositionRevisedV1;
import dev.keshi.org.department.DepartmentId;
import dev.keshi.org.position.PositionEvent.Defined;
import dev.keshi.org.position.PositionEvent.Retired;
import dev.keshi.org.position.PositionEvent.Revised;
import java.util.List;

/** What happened, in the words that other services read. */
final class PositionEventTranslator {

    private PositionEventTranslator() {}

    static List<PublishedEvent> translate(List<PositionEvent> events) {
        return events.stream().map(PositionEventTranslator::translate).toList();
    }

    static PublishedEvent translate(PositionEvent event) {
        return switch (event) {
            case Defined(var id, var code, var content, var template) ->
                new PositionDefinedV1(
                        id.value(),
                        code.value(),
                        content.title().chinese(),
                        content.title().english().orElse(null),
                        content.department().map(DepartmentId::value).orElse(null),
                        content.headcount().map(Headcount::holders).orElse(null),
                        template.orElse(null));
            case Revised(var id, var content) ->
                new PositionRevisedV1(
                        id.value(),
                        content.title().chinese(),
                        content.title().english().orElse(null),
                        content.department().map(DepartmentId::value).orElse(null),
                        content.headcount().map(Headcount::holders).orElse(null));
            case Retired(var id) -> new PositionRetiredV1(id.value());
        };
    }
}
