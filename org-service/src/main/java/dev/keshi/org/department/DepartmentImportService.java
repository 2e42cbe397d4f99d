package dev.keshi.org.department;

import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import dev.keshi.org.ImportOutcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * The door for importing departments. Whoever imports checks the whole list first, then holds the structure so that nothing
 * else changes it, and carries the list out in parts, those above before those below: every step in between is a tree.
 */
@Service
public class DepartmentImportService {

    private final Departments departments;

    DepartmentImportService(Departments departments) {
        this.departments = departments;
    }

    /**
     * A department as it shall be.
     *
     * @param openedOn counts only when it is new
     */
    public record Listed(
            DepartmentCode code,
            DepartmentKind kind,
            DepartmentName name,
            Optional<DepartmentId> parent,
            Leadership leadership,
            LocalDate openedOn) {

        private DepartmentCommand.Open toCommand() {
            return new DepartmentCommand.Open(code, kind, name, parent, leadership, openedOn);
        }
    }

    /**
     * What there is already, as of one structure revision.
     *
     * @param leaders of the departments that exist
     */
    public record Known(long revision, DepartmentTree tree, Map<DepartmentId, Leadership> leaders) {}

    public Known known(LocalDate day) {
        for (; ; ) {
            long revision = departments.structure().revision();
            var tree = departments.tree();
            var leaders = new HashMap<DepartmentId, Leadership>();
            departments
                    .findAll(tree.nodes().stream().map(DepartmentTree.Node::id).toList())
                    .forEach((id, department) -> leaders.put(
                            id, department.state().leadershipTimeline().on(day).orElse(Leadership.VACANT)));
            if (departments.structure().revision() == revision) {
                return new Known(revision, tree, leaders);
            }
        }
    }

    /** Whether an import holds the structure now. */
    public boolean isHeld() {
        return departments.structure().importing() != null;
    }

    /**
     * From now on only this import changes the structure; to be called in the transaction that accepts it.
     *
     * @return false when the structure has changed since that revision, or another import holds it
     */
    public boolean hold(String importId, long revision) {
        return departments.hold(importId, revision);
    }

    public void release(String importId) {
        departments.release(importId);
    }

    /** Opens what is new and changes what differs, from a day on. Repeating it changes nothing. */
    public ImportOutcome carryOut(CommandContext context, String importId, List<Listed> listed, LocalDate day) {
        return departments.inTransaction(() -> {
            var known = departments.findAll(
                    listed.stream().map(one -> DepartmentId.of(one.code())).toList());
            long revision = departments.advanceFor(importId);
            var fresh = new ArrayList<Department>();
            int changed = 0;
            for (var one : listed) {
                var existing = Optional.ofNullable(known.get(DepartmentId.of(one.code())));
                if (existing.isEmpty()) {
                    fresh.add(Department.open(one.toCommand(), day));
                } else if (change(context, existing.get(), one, day, revision)) {
                    changed++;
                }
            }
            departments.createMissing(context, fresh, revision);
            return new ImportOutcome(fresh.size(), changed, listed.size() - fresh.size() - changed, 0);
        });
    }

    private boolean change(
            CommandContext context,
            Versioned<DepartmentDocument> existing,
            Listed listed,
            LocalDate day,
            long revision) {
        var after = departments.change(existing.state().id(), context, revision, department -> {
            department.rename(listed.name(), day, day);
            listed.parent().ifPresent(parent -> department.move(parent, day, day));
            department.lead(listed.leadership(), day, day);
        });
        return after.version() != existing.version();
    }
}
