package dev.keshi.org.position;

import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import dev.keshi.org.department.DepartmentStructure;
import dev.keshi.org.position.PositionCommand.Define;
import dev.keshi.org.position.PositionCommand.PositionContent;
import dev.keshi.org.position.PositionCommand.Retire;
import dev.keshi.org.position.PositionCommand.Revise;
import org.springframework.stereotype.Service;

/** The door for changing positions. */
@Service
public class PositionService {

    private final Positions positions;
    private final RoleTemplates templates;
    private final DepartmentStructure structure;

    PositionService(Positions positions, RoleTemplates templates, DepartmentStructure structure) {
        this.positions = positions;
        this.templates = templates;
        this.structure = structure;
    }

    /**
     * Defines a position; the same command again, by its idempotency key, answers the one it defined.
     *
     * @throws PositionProblem when a rule forbids it
     */
    public Versioned<PositionView> define(CommandContext context, Define command) {
        requireDepartment(command.content());
        command.template().filter(name -> templates.find(name).isEmpty()).ifPresent(name -> {
            throw new PositionProblem.NoSuchTemplate(name);
        });
        try {
            return PositionView.of(positions.create(context, Position.define(command)));
        } catch (AggregateFailure.AlreadyExists taken) {
            throw new PositionProblem.CodeTaken(command.code());
        }
    }

    /** @throws PositionProblem when a rule forbids it, {@link AggregateFailure} as the aggregate store says */
    public Versioned<PositionView> handle(CommandContext context, PositionCommand.OfExisting command) {
        try {
            return PositionView.of(
                    switch (command) {
                        case Revise(var id, var content) -> {
                            requireDepartment(content);
                            yield positions.change(id, context, position -> position.revise(content));
                        }
                        case Retire(var id) -> positions.change(id, context, Position::retire);
                    });
        } catch (AggregateFailure.NotFound unknown) {
            throw new PositionProblem.Unknown(command.id());
        }
    }

    private void requireDepartment(PositionContent content) {
        content.department().filter(id -> !structure.today().contains(id)).ifPresent(id -> {
            throw new PositionProblem.NoSuchDepartment(id.value());
        });
    }
}
