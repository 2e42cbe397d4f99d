package dev.keshi.notification.obligation;

import dev.keshi.service.problem.Languages;
import dev.keshi.service.time.EnterpriseTime;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.stereotype.Service;

/** The door for reminders: which obligations have come to a day on which somebody is reminded, or have changed since they were. */
@Service
public class DueObligationQueries {

    private final MongoObligations obligations;
    private final CourseNames courses;
    private final EnterpriseTime time;

    DueObligationQueries(MongoObligations obligations, CourseNames courses, EnterpriseTime time) {
        this.obligations = obligations;
        this.courses = courses;
        this.time = time;
    }

    /** @param after place of the last one that was looked at; empty text from the beginning */
    public List<DueObligation> next(LocalDate today, String after, int limit) {
        var found = obligations.toRemind(today, after, limit);
        var covered = obligations.covered(
                found.stream().map(one -> one.getString(Fields.ID)).collect(Collectors.toSet()));
        var waiting = waiting(found.stream()
                .filter(MongoObligations::waits)
                .filter(one -> !covered.contains(one.getString(Fields.ID)))
                .toList());
        return found.stream().map(one -> due(one, covered, waiting)).toList();
    }

    /**
     * Says that it was looked at. When an event has changed it meanwhile this says nothing, and it is looked at again.
     *
     * @param day on which to look at it again; empty when there is nothing to remind of until an event changes it
     */
    public void lookedAt(DueObligation obligation, Optional<LocalDate> day) {
        obligations.remindNext(obligation.id(), obligation.version(), day);
    }

    private static DueObligation due(Document found, Set<String> covered, Map<String, WaitingObligation> waiting) {
        var id = found.getString(Fields.ID);
        return new DueObligation(
                id,
                Optional.ofNullable(waiting.get(id)),
                covered.contains(id),
                MongoObligations.remindPlace(found),
                found.getLong(Fields.VERSION));
    }

    /** By id; those without a due date are absent. */
    private Map<String, WaitingObligation> waiting(List<Document> found) {
        var waiting = new HashMap<String, WaitingObligation>();
        courses.told(found.stream().map(MongoObligations::read).toList())
                .forEach(one -> waiting(one).ifPresent(due -> waiting.put(one.id(), due)));
        return waiting;
    }

    private Optional<WaitingObligation> waiting(Obligation one) {
        return one.dueOn()
                .map(due -> new WaitingObligation(
                        one.kind(), title(one), reminded(one), due, LocalDate.ofInstant(one.since(), time.zone())));
    }

    private static List<Holder> reminded(Obligation one) {
        return one.holders().stream().filter(holder -> !holder.isPersonnel()).toList();
    }

    /** A reminder is kept as it was said, and nobody's name is kept. */
    private static Topic title(Obligation one) {
        return one.kind().afterCourse()
                ? one.topic()
                        .called(
                                new ObligationTexts(Languages.CHINESE, Map.of()).text(one.kind(), one.topic()),
                                new ObligationTexts(Languages.ENGLISH, Map.of()).text(one.kind(), one.topic()))
                : one.topic();
    }
}
