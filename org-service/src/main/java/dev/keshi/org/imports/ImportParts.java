package dev.keshi.org.imports;

import dev.keshi.org.department.DepartmentImportService;
import dev.keshi.org.imports.table.ImportTable;
import dev.keshi.org.position.PositionCommand;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The checked rows of an import, kept in parts that are each carried out at once. */
final class ImportParts {

    private static final int DEPARTMENTS = 200;
    private static final int POSITIONS = 500;
    private static final int PEOPLE = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Imports imports;
    private final String id;

    ImportParts(Imports imports, String id) {
        this.imports = imports;
        this.id = id;
    }

    int keepDepartments(CheckedTables checked) {
        return keep(ImportTable.DEPARTMENTS, checked.departments(), DEPARTMENTS);
    }

    int keepPositions(CheckedTables checked) {
        return keep(ImportTable.POSITIONS, checked.positions(), POSITIONS);
    }

    /** Only one part of the people is in memory at a time. */
    int keepPeople(CheckedTables checked) {
        var waiting = new ArrayList<PersonEntry>(PEOPLE);
        var chunks = new int[1];
        checked.readPeople().accept(entry -> {
            waiting.add(entry);
            if (waiting.size() == PEOPLE) {
                keepPart(ImportTable.PEOPLE, chunks[0]++, waiting);
                waiting.clear();
            }
        });
        if (!waiting.isEmpty()) {
            keepPart(ImportTable.PEOPLE, chunks[0]++, waiting);
        }
        return chunks[0];
    }

    private int keep(ImportTable table, List<?> rows, int size) {
        int chunks = 0;
        for (int from = 0; from < rows.size(); from += size) {
            keepPart(table, chunks++, rows.subList(from, Math.min(rows.size(), from + size)));
        }
        return chunks;
    }

    private void keepPart(ImportTable table, int chunk, List<?> rows) {
        imports.keepPart(id, table.wireName(), chunk, rows.size(), json(rows));
    }

    /** What an accepted import is carried out from, perhaps by a later version of this service. */
    static String json(List<?> rows) {
        return JSON.writeValueAsString(rows);
    }

    static List<DepartmentImportService.Listed> departments(Imports.Part part) {
        return List.of(JSON.readValue(part.json(), DepartmentImportService.Listed[].class));
    }

    static List<PositionCommand.Define> positions(Imports.Part part) {
        return List.of(JSON.readValue(part.json(), PositionCommand.Define[].class));
    }

    static List<PersonEntry> people(Imports.Part part) {
        return List.of(JSON.readValue(part.json(), PersonEntry[].class));
    }
}
