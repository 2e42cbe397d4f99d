package dev.keshi.org.imports;

import dev.keshi.org.PersonId;
import dev.keshi.org.imports.table.Findings;
import dev.keshi.org.imports.table.ImportTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Where the files name people; checked when all people of the files are known. */
final class PeopleReferences {

    private static final int AT_ONCE = 1_000;

    private record Place(ImportTable table, int row, String column) {}

    private final Map<String, List<Place>> places = new LinkedHashMap<>();

    void add(String employeeNumber, ImportTable table, int row, String column) {
        places.computeIfAbsent(employeeNumber, _ -> new ArrayList<>(1)).add(new Place(table, row, column));
    }

    /** Reports everybody who is neither listed in the file nor works here already. */
    void check(Set<String> listed, KnownPeople people, Findings findings) {
        var open = new ArrayList<>(places.keySet());
        open.removeIf(listed::contains);
        for (int from = 0; from < open.size(); from += AT_ONCE) {
            var part = open.subList(from, Math.min(open.size(), from + AT_ONCE));
            var known =
                    people.known(part.stream().map(PersonId::ofEmployeeNumber).collect(Collectors.toSet()));
            for (var number : part) {
                var person = known.get(PersonId.ofEmployeeNumber(number));
                if (person == null || person.separatedOn().isPresent()) {
                    report(number, findings);
                }
            }
        }
    }

    private void report(String number, Findings findings) {
        for (var place : places.getOrDefault(number, List.of())) {
            findings.ofCell(place.table(), place.row(), place.column(), "import-unknown-person", number);
        }
    }
}
