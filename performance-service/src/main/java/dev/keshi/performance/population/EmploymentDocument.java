package dev.keshi.performance.population;

import dev.keshi.performance.population.EmploymentFact.Left;
import dev.keshi.performance.population.EmploymentFact.ReportsTo;
import dev.keshi.performance.population.EmploymentFact.Works;
import java.time.LocalDate;
import java.util.Optional;
import org.bson.Document;

/** How facts are kept: one document for each event, so that none is written twice and none overwritten. */
final class EmploymentDocument {

    static final String PERSON = "personId";
    static final String SEQUENCE = "sequence";
    static final String JOINED = "joined";
    private static final String KIND = "kind";
    private static final String FROM = "from";
    private static final String DEPARTMENT = "departmentId";
    private static final String POSITION = "positionId";
    private static final String SUPERIOR = "reportsTo";

    private EmploymentDocument() {}

    static String id(String personId, long sequence) {
        return personId + ":" + sequence;
    }

    /** @param joined whether the person was not here before: the list of all people is made of these */
    static Document write(String personId, long sequence, EmploymentFact fact, boolean joined) {
        var document = new Document(PERSON, personId)
                .append(SEQUENCE, sequence)
                .append(KIND, fact.getClass().getSimpleName())
                .append(FROM, fact.from().toString());
        if (joined) {
            document.append(JOINED, true);
        }
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

    static EmploymentFact read(Document document) {
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
