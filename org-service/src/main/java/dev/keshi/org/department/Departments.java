package dev.keshi.org.department;

import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import dev.keshi.org.timeline.Due;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Where departments are kept, with the structure revision that guards their tree. */
interface Departments {

    /** All or nothing; the body may run more than once. */
    <T> T inTransaction(Supplier<T> body);

    Optional<Versioned<DepartmentDocument>> find(DepartmentId id);

    /** The known ones among those ids. */
    Map<DepartmentId, Versioned<DepartmentDocument>> findAll(Collection<DepartmentId> ids);

    /** The same command again answers what it created. */
    Versioned<DepartmentDocument> create(CommandContext context, Department department, long structureRevision);

    void createMissing(CommandContext context, List<Department> departments, long structureRevision);

    Versioned<DepartmentDocument> change(
            DepartmentId id, CommandContext context, long structureRevision, Consumer<Department> decide);

    /** The tree as it is read now; inside a transaction, as the transaction sees it. */
    DepartmentTree tree();

    /** Departments with something planned that came into force up to a day, a few at a time, by their days. @param after the last one before; empty for the first */
    List<Due> due(LocalDate today, Optional<Due> after);

    StructureDocument structure();

    /**
     * The next structure revision. Whoever else asks for it at the same time in another transaction runs again.
     *
     * @throws DepartmentProblem.ImportRunning while an import is being carried out
     */
    long advance();

    /** The same for a step of the import that holds the structure. */
    long advanceFor(String importId);

    /** Lets an import alone change the structure, provided it is still at that revision. */
    boolean hold(String importId, long revision);

    void release(String importId);

    /** Makes a command about the people of a department and its closing collide when they run at the same time. */
    void meetOn(DepartmentId id);
}
