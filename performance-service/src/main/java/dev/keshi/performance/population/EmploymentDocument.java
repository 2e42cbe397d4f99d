package dev.keshi.performance.population;

import dev.keshi.performance.population.EmploymentFact.Left;
import dev.keshi.performance.population.EmploymentFact.ReportsTo;
import dev.keshi.performance.population.EmploymentFact.Works;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.bson.Document;

/** How employments are kept: a document for each person, with a field for each event, called by its number. */
final class EmploymentDocument {

    private static final String FACT = "fact";
    private static final String KIND = "kind";
    private static final String FROM = "from";
    private static final String DEPARTMENT = "departmentId";
    private static final String POSITION = "positionId";
    private static final String SUPERIOR = "reportsTo";

    private EmploymentDocument() {}

    /** @param sequence of the event that tells it */
    static String field(long sequence) {
        return FACT + sequence;
    }

    static Document write(EmploymentFact fact) {
        var document = new Document(KIND, fact.getClass().getSimpleName())
                .append(FROM, fact.from().toString());
        switch (fact) {
            case Works works -> {
                document.append(DEPARTMENT, works.departmentId());
                works.positionId().ifPresent(position -> document.append(POSITION, position));
                works.reportsTo().ifPresent(superior -> document.append(SUPERIOR, superior));
            }
            case ReportsTo line -> line.superior().ifPresent(superior -> document.append(SUPERIOR, superior));
            case Left _ -> {}
        }
        return document;
    }

    static Employment read(Document person) {
        return new Employment(person.keySet().stream()
                .filter(name -> name.startsWith(FACT))
                .sorted(Comparator.comparingLong(EmploymentDocument::sequence))
                .map(name -> fact(person.get(name, Document.class)))
                .toList());
    }

    private static long sequence(String field) {
        return Long.parseLong(field.substring(FACT.length()));
    }

    private static EmploymentFact fact(Document document) {
        var from = LocalDate.parse(document.getString(FROM));
        var superior = Optional.ofNullable(document.getString(SUPERIOR));
        var kind = document.getString(KIND);
        return switch (kind) {
            case "Works" ->
                new Works(
                        from,
                        document.getString(DEPARTMENT),
                        Optional.ofNullable(document.getString(POSITION)),
                        superior);
            case "ReportsTo" -> new ReportsTo(from, superior);
            case "Left" -> new Left(from);
            default -> throw new IllegalStateException("fact " + kind);
        };
    }
}
