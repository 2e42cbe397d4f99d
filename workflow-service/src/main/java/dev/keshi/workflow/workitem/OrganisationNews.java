package dev.keshi.workflow.workitem;

import dev.keshi.messaging.consumer.Effect;
import dev.keshi.messaging.consumer.ReceivedEvent;
import java.util.List;
import org.bson.Document;

/**
 * That something has changed about somebody, or about a department, which work items follow. It says no more than that: what is
 * so is read from the copy of the organisation, which keeps the order of events, so that news that comes again or late does no harm.
 */
public final class OrganisationNews {

    static final String COLLECTION = "organisation_news";
    static final String PERSON = "personId";
    static final String DEPARTMENT = "departmentId";
    static final String SEQUENCE = "sequence";

    /** When to follow it next, in milliseconds since 1970. */
    static final String FOLLOW_AT = "followAt";

    private static final String NEWS = "news";

    private OrganisationNews() {}

    public static List<Effect> ofPerson(String personId, ReceivedEvent<?> event) {
        return news(new Document(PERSON, personId), event);
    }

    public static List<Effect> ofDepartment(String departmentId, ReceivedEvent<?> event) {
        return news(new Document(DEPARTMENT, departmentId), event);
    }

    private static List<Effect> news(Document about, ReceivedEvent<?> event) {
        return List.of(Effect.insert(
                COLLECTION, NEWS, about.append(SEQUENCE, event.sequence()).append(FOLLOW_AT, 0L)));
    }
}
