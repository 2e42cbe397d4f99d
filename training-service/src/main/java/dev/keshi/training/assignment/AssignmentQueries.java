package dev.keshi.training.assignment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import dev.keshi.directory.Scope;
import dev.keshi.messaging.Versioned;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import dev.keshi.training.course.CourseCode;
import dev.keshi.training.organisation.OrganisationQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Reads assigned courses. What somebody may not see is left out by the query itself. */
@Component
public class AssignmentQueries {

    private final MongoAssignments assignments;
    private final OrganisationQueries organisation;

    AssignmentQueries(MongoAssignments assignments, OrganisationQueries organisation) {
        this.assignments = assignments;
        this.organisation = organisation;
    }

    public record Wanted(
            Optional<String> person,
            Optional<String> course,
            Optional<AssignmentStatus> status,
            Optional<AssignmentCause> cause,
            Optional<Boolean> overdue) {}

    /** Empty when there is none, or when the reader may not see it. */
    public Optional<Versioned<AssignmentView>> find(AssignmentId id, AssignmentReader reader) {
        var found = assignments.select(and(eq("_id", id.value()), within(reader)), 1);
        var names = names(found);
        return found.stream().findFirst().map(assignment -> AssignmentView.of(assignment, reader.personId(), names));
    }

    /** In a fixed order. */
    public Page<AssignmentView> list(Wanted wanted, AssignmentReader reader, Paging paging) {
        var filter = new ArrayList<Bson>(List.of(within(reader)));
        wanted.person().ifPresent(person -> filter.add(eq(MongoAssignments.PERSON, person)));
        wanted.course().ifPresent(course -> filter.add(eq(MongoAssignments.COURSE, course)));
        wanted.status().ifPresent(status -> filter.add(eq(MongoAssignments.STATUS, status.name())));
        wanted.cause().ifPresent(cause -> filter.add(eq(MongoAssignments.CAUSE, cause.name())));
        wanted.overdue().ifPresent(overdue -> filter.add(eq(MongoAssignments.OVERDUE, overdue)));
        paging.after().ifPresent(after -> filter.add(gt("_id", after.id())));
        var found = assignments.select(and(filter), paging.limit() + 1);
        var names = names(found);
        return paging.page(
                found,
                assignment -> Position.of(assignment.id(), assignment.id()),
                assignment ->
                        AssignmentView.of(assignment, reader.personId(), names).state());
    }

    private Map<String, String> names(List<Versioned<AssignmentDocument>> found) {
        return organisation.names(
                found.stream().map(one -> one.state().personId()).collect(Collectors.toSet()));
    }

    /** What a course did to the indicators of those in the scope who had to take it. */
    public EffectFigures effects(CourseCode course, Scope see) {
        return assignments.effects(and(
                eq(MongoAssignments.COURSE, course.value()),
                see.within(MongoAssignments.PERSON, MongoAssignments.DEPARTMENT)));
    }

    private static Bson within(AssignmentReader reader) {
        return reader.see().within(MongoAssignments.PERSON, MongoAssignments.DEPARTMENT);
    }
}
