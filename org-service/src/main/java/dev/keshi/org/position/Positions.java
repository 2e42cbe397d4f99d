package dev.keshi.org.position;

import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Where positions are kept. */
interface Positions {

    Optional<Versioned<PositionDocument>> find(PositionId id);

    Map<PositionId, Versioned<PositionDocument>> findAll(Collection<PositionId> ids);

    Versioned<PositionDocument> create(CommandContext context, Position position);

    void createMissing(CommandContext context, List<Position> positions);

    Versioned<PositionDocument> change(PositionId id, CommandContext context, Consumer<Position> decide);
}
