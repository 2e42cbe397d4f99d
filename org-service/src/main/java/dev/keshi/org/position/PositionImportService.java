package dev.keshi.org.position;

import dev.keshi.messaging.CommandContext;
import dev.keshi.org.ImportOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Service;

/** The door for importing positions. */
@Service
public class PositionImportService {

    private final MongoPositions positions;

    PositionImportService(MongoPositions positions) {
        this.positions = positions;
    }

    /** All positions by code. */
    public Map<String, PositionView> known() {
        var known = new HashMap<String, PositionView>();
        positions
                .select(new Document(), 0)
                .forEach(position -> known.put(
                        position.state().code(), PositionView.of(position).state()));
        return known;
    }

    /** Defines what is new and revises what differs; what went out of use meanwhile is skipped. Repeating it changes nothing. */
    public ImportOutcome carryOut(CommandContext context, List<PositionCommand.Define> listed) {
        var known = positions.findAll(
                listed.stream().map(one -> PositionId.of(one.code())).toList());
        var fresh = new ArrayList<Position>();
        var outcome = ImportOutcome.NOTHING;
        for (var one : listed) {
            var existing = Optional.ofNullable(known.get(PositionId.of(one.code())));
            if (existing.isEmpty()) {
                fresh.add(Position.define(one));
            } else if (existing.get().state().content().equals(one.content())) {
                outcome = outcome.plus(new ImportOutcome(0, 0, 1, 0));
            } else {
                outcome = outcome.plus(revise(context, one));
            }
        }
        positions.createMissing(context, fresh);
        return outcome.plus(new ImportOutcome(fresh.size(), 0, 0, 0));
    }

    private ImportOutcome revise(CommandContext context, PositionCommand.Define listed) {
        try {
            var unused = positions.change(
                    PositionId.of(listed.code()), context, position -> position.revise(listed.content()));
            return new ImportOutcome(0, 1, 0, 0);
        } catch (PositionProblem.OutOfUse meanwhile) {
            return new ImportOutcome(0, 0, 0, 1);
        }
    }
}
