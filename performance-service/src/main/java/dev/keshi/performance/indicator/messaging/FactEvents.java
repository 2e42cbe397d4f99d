package dev.keshi.performance.indicator.messaging;

import static dev.keshi.performance.indicator.Source.APPROVALS;
import static dev.keshi.performance.indicator.Source.REQUESTS;

import dev.keshi.contracts.performance.FigureRecordedV1;
import dev.keshi.contracts.training.AssignmentCompletedV1;
import dev.keshi.contracts.training.AssignmentEndedV1;
import dev.keshi.contracts.training.AssignmentOverdueV1;
import dev.keshi.contracts.training.AttendanceRecordedV1;
import dev.keshi.contracts.training.CourseAssignedV1;
import dev.keshi.contracts.training.QuizPassedV1;
import dev.keshi.contracts.workflow.RequestEndedV1;
import dev.keshi.contracts.workflow.RequestSubmittedV1;
import dev.keshi.contracts.workflow.TaskClaimedV1;
import dev.keshi.contracts.workflow.TaskCreatedV1;
import dev.keshi.contracts.workflow.TaskDecidedV1;
import dev.keshi.contracts.workflow.TaskReassignedV1;
import dev.keshi.contracts.workflow.TaskReleasedV1;
import dev.keshi.contracts.workflow.WorkItemAssignedV1;
import dev.keshi.contracts.workflow.WorkItemBecameLateV1;
import dev.keshi.contracts.workflow.WorkItemCancelledV1;
import dev.keshi.contracts.workflow.WorkItemCompletedV1;
import dev.keshi.contracts.workflow.WorkItemDueDateChangedV1;
import dev.keshi.messaging.consumer.Effect;
import dev.keshi.messaging.consumer.EventHandlers;
import dev.keshi.messaging.consumer.ReceivedEvent;
import dev.keshi.performance.indicator.CourseFactDelivery;
import dev.keshi.performance.indicator.FactDelivery;
import dev.keshi.performance.indicator.IndicatorCode;
import dev.keshi.performance.indicator.WorkFactDelivery;
import dev.keshi.service.time.EnterpriseTime;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * An approval takes from when it was with whoever decides it; a request from when it was submitted; work from when it was assigned, whoever
 * had it first. A course is learned by coming to a session or passing its quiz, as in the learning record.
 */
@Configuration(proxyBeanMethods = false)
class FactEvents {

    /** Decides where no person does. */
    private static final String SYSTEM = "system";

    private static final String REJECTED = "REJECTED";
    private static final List<String> DECIDED = List.of("APPROVED", REJECTED);

    /** By whoever leads the person. What somebody who left had missed before stays missed. */
    private static final String CANCELLED = "CANCELLED";

    @Bean
    EventHandlers factHandlers(
            FactDelivery facts, WorkFactDelivery work, CourseFactDelivery courses, EnterpriseTime time) {
        return EventHandlers.named(FactDelivery.SUBSCRIPTION)
                .effects(TaskCreatedV1.class, event -> created(facts, event))
                .effects(
                        TaskClaimedV1.class,
                        event -> List.of(
                                facts.isWithSomebody(APPROVALS, event.data().taskId(), event.time(), event.id())))
                .effects(
                        TaskReassignedV1.class,
                        event -> List.of(
                                facts.isWithSomebody(APPROVALS, event.data().taskId(), event.time(), event.id())))
                .effects(
                        TaskReleasedV1.class,
                        event -> List.of(
                                facts.isWithNobody(APPROVALS, event.data().taskId())))
                .effects(TaskDecidedV1.class, event -> decided(facts, event))
                .effects(RequestSubmittedV1.class, event -> submitted(facts, event))
                .effects(RequestEndedV1.class, event -> ended(facts, event))
                .effects(WorkItemAssignedV1.class, event -> assigned(work, event))
                .effects(WorkItemBecameLateV1.class, event -> becameLate(work, event))
                .effects(
                        WorkItemDueDateChangedV1.class,
                        event -> work.nothingMissed(event.data().workItemId(), event.id()))
                .effects(
                        WorkItemCancelledV1.class,
                        event -> work.nothingMissed(event.data().workItemId(), event.id()))
                .effects(WorkItemCompletedV1.class, event -> completed(work, event))
                .effects(
                        AttendanceRecordedV1.class,
                        event -> event.data().attended().stream()
                                .flatMap(person -> courses.learned(attended(person, event)).stream())
                                .toList())
                .effects(QuizPassedV1.class, event -> courses.learned(passed(event, time)))
                .effects(
                        CourseAssignedV1.class,
                        event -> courses.assigned(
                                event.data().assignmentId(), event.data().courseCode(), event.time(), event.id()))
                .effects(
                        AssignmentOverdueV1.class,
                        event -> courses.becameOverdue(
                                event.data().assignmentId(),
                                event.data().personId(),
                                event.data().dueOn(),
                                event.time(),
                                event.id()))
                .effects(AssignmentCompletedV1.class, event -> courses.taken(taken(event)))
                .effects(
                        AssignmentEndedV1.class,
                        event -> event.data().cause().equals(CANCELLED)
                                ? courses.nothingMissed(event.data().assignmentId(), event.id())
                                : Effect.none())
                .effects(FigureRecordedV1.class, event -> recorded(facts, event))
                .readModel(FactDelivery.COLLECTION, FactDelivery.readModel());
    }

    private static List<Effect> created(FactDelivery facts, ReceivedEvent<TaskCreatedV1> event) {
        var task = event.data();
        return List.of(
                task.assigneeId() == null
                        ? facts.begun(APPROVALS, task.taskId(), task.requestNumber())
                        : facts.begunWithSomebody(
                                APPROVALS, task.taskId(), task.requestNumber(), event.time(), event.id()));
    }

    private static List<Effect> decided(FactDelivery facts, ReceivedEvent<TaskDecidedV1> event) {
        var task = event.data();
        return task.decidedBy().equals(SYSTEM)
                ? Effect.none()
                : facts.done(APPROVALS, task.taskId(), task.decidedBy(), event.time(), event.id(), false);
    }

    private static List<Effect> submitted(FactDelivery facts, ReceivedEvent<RequestSubmittedV1> event) {
        var request = event.data();
        return List.of(facts.begunWithSomebody(
                REQUESTS, request.instanceId(), request.requestNumber(), event.time(), event.id()));
    }

    /** One that was withdrawn or terminated says nothing of the work. */
    private static List<Effect> ended(FactDelivery facts, ReceivedEvent<RequestEndedV1> event) {
        var request = event.data();
        return DECIDED.contains(request.outcome())
                ? facts.done(
                        REQUESTS,
                        request.instanceId(),
                        request.initiatorId(),
                        event.time(),
                        event.id(),
                        request.outcome().equals(REJECTED))
                : Effect.none();
    }

    private static List<Effect> assigned(WorkFactDelivery work, ReceivedEvent<WorkItemAssignedV1> event) {
        var item = event.data();
        return work.assigned(item.workItemId(), item.title(), event.time(), event.id());
    }

    private static List<Effect> becameLate(WorkFactDelivery work, ReceivedEvent<WorkItemBecameLateV1> event) {
        var item = event.data();
        return work.becameLate(item.workItemId(), item.ownerId(), item.dueDate(), event.time(), event.id());
    }

    private static List<Effect> completed(WorkFactDelivery work, ReceivedEvent<WorkItemCompletedV1> event) {
        var item = event.data();
        return work.completed(new WorkFactDelivery.Done(
                item.workItemId(),
                item.ownerId(),
                item.dueDate(),
                item.assignedAt(),
                item.reportedAt(),
                item.onTime(),
                item.timesReturned() > 0,
                event.id()));
    }

    private static CourseFactDelivery.Learned attended(String person, ReceivedEvent<AttendanceRecordedV1> event) {
        var session = event.data();
        return new CourseFactDelivery.Learned(
                session.sessionId(), person, session.courseCode(), session.heldOn(), event.time(), event.id());
    }

    private static CourseFactDelivery.Learned passed(ReceivedEvent<QuizPassedV1> event, EnterpriseTime time) {
        var quiz = event.data();
        return new CourseFactDelivery.Learned(
                quiz.attemptId(),
                quiz.personId(),
                quiz.courseCode(),
                LocalDate.ofInstant(event.time(), time.zone()),
                event.time(),
                event.id());
    }

    /** An event from before these named the due date: what was late and not told as overdue counts on the day it was taken. */
    private static CourseFactDelivery.Taken taken(ReceivedEvent<AssignmentCompletedV1> event) {
        var course = event.data();
        var due = course.dueOn();
        return new CourseFactDelivery.Taken(
                course.assignmentId(),
                course.personId(),
                course.completedOn(),
                due != null && due.isBefore(course.completedOn()) ? due : course.completedOn(),
                course.late(),
                event.time(),
                event.id());
    }

    private static List<Effect> recorded(FactDelivery facts, ReceivedEvent<FigureRecordedV1> event) {
        var figure = event.data();
        return facts.figure(
                figure.figureId(),
                new IndicatorCode(figure.indicator()),
                figure.personId(),
                figure.on(),
                new BigDecimal(figure.amount()),
                new BigDecimal(figure.base()),
                event.time(),
                event.id());
    }
}
