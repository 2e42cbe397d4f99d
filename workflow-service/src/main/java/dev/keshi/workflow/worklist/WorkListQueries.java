package dev.keshi.workflow.worklist;

import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import dev.keshi.service.time.EnterpriseTime;
import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.request.RequestQueries;
import dev.keshi.workflow.workitem.WorkItemQueries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Reads work lists: by day, approvals of a day before work due on it, work by priority. Both kinds are kept in that order,
 * so a page reads no more of either than it could show, and the place of its last entry is a place in both.
 */
@Service
public class WorkListQueries {

    private final RequestQueries approvals;
    private final WorkItemQueries work;
    private final EnterpriseTime time;

    WorkListQueries(RequestQueries approvals, WorkItemQueries work, EnterpriseTime time) {
        this.approvals = approvals;
        this.work = work;
        this.time = time;
    }

    /** What waits for the person, the most pressing first. */
    public Page<WorkListEntry> of(PersonId person, Paging paging) {
        var from = paging.after().map(this::from).orElse(new From(Optional.empty(), Optional.empty()));
        int most = paging.limit() + 1;
        var entries = new ArrayList<WorkListEntry>();
        approvals
                .waitingFor(person, from.approvals(), most)
                .forEach(task -> entries.add(new WorkListEntry.Approval(task, day(RequestQueries.Place.of(task)))));
        work.waitingFor(person, from.work(), most).forEach(item -> entries.add(new WorkListEntry.Work(item)));
        // Stable: within a day, and within a kind, the order in which they were read stays.
        entries.sort(Comparator.comparing(WorkListEntry::day).thenComparing(WorkListQueries::kind));
        return paging.page(entries.subList(0, Math.min(most, entries.size())), WorkListQueries::position);
    }

    /** From where to read on in each kind. */
    private record From(Optional<RequestQueries.Place> approvals, Optional<WorkItemQueries.Place> work) {}

    private From from(Position last) {
        var words = List.of(last.key().split("/", -1));
        return switch (Kind.valueOf(words.getFirst())) {
            case APPROVAL -> {
                var place = RequestQueries.Place.parse(words.get(1), last.id());
                yield new From(Optional.of(place), Optional.of(WorkItemQueries.Place.before(day(place))));
            }
            case WORK -> {
                var day = LocalDate.parse(words.get(1));
                var next = day.plusDays(1).atStartOfDay(time.zone()).toInstant();
                yield new From(
                        Optional.of(RequestQueries.Place.before(next)),
                        Optional.of(new WorkItemQueries.Place(day, Integer.parseInt(words.get(2)), last.id())));
            }
        };
    }

    private static Position position(WorkListEntry entry) {
        return switch (entry) {
            case WorkListEntry.Approval(var task, var _) ->
                Position.of(
                        Kind.APPROVAL + "/" + task.request().state().startedAt(),
                        task.task().id().value());
            case WorkListEntry.Work(var item) -> {
                var place = WorkItemQueries.Place.of(item);
                yield Position.of(Kind.WORK + "/" + place.dueDate() + "/" + place.rank(), place.id());
            }
        };
    }

    private LocalDate day(RequestQueries.Place place) {
        return LocalDate.ofInstant(place.requestedAt(), time.zone());
    }

    private static Kind kind(WorkListEntry entry) {
        return switch (entry) {
            case WorkListEntry.Approval _ -> Kind.APPROVAL;
            case WorkListEntry.Work _ -> Kind.WORK;
        };
    }

    /** In the order in which they stand within a day. */
    private enum Kind {
        APPROVAL,
        WORK
    }
}
