package dev.keshi.org.position;

import dev.keshi.org.position.PositionCommand.PositionContent;
import java.util.Optional;

/** What happened to a position. */
sealed interface PositionEvent {

    record Defined(PositionId id, PositionCode code, PositionContent content, Optional<String> template)
            implements PositionEvent {}

    record Revised(PositionId id, PositionContent content) implements PositionEvent {}

    record Retired(PositionId id) implements PositionEvent {}
}
