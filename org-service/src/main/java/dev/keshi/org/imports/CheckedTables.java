package dev.keshi.org.imports;

import dev.keshi.org.department.DepartmentImportService;
import dev.keshi.org.position.PositionCommand;
import java.util.List;
import java.util.function.Consumer;

/**
 * Files in which nothing was found wrong.
 *
 * @param revision structure revision that they were checked against
 * @param departments those above before those below
 * @param people how many there are
 * @param readPeople reads the people once more, one by one
 */
record CheckedTables(
        long revision,
        List<DepartmentImportService.Listed> departments,
        List<PositionCommand.Define> positions,
        int people,
        Consumer<Consumer<PersonEntry>> readPeople) {}
