package dev.keshi.notification.inbox;

import dev.keshi.messaging.Ids;
import java.time.LocalDate;

/** Follows from what the notification is about and whom it is for, so that one fact cannot become two notifications. */
public record NotificationId(String value) {

    /** The part of a task that is the recipient's. */
    public static NotificationId ofTask(String taskId, String recipientId) {
        return new NotificationId(Ids.derived("task", taskId + "/" + recipientId));
    }

    /** What was decided on a task. When the decision ends the request, the outcome takes its place. */
    public static NotificationId ofDecision(String taskId, String recipientId) {
        return new NotificationId(Ids.derived("decision", taskId + "/" + recipientId));
    }

    /** The end of a request that no decision brought about. */
    public static NotificationId ofEnd(String instanceId, String recipientId) {
        return new NotificationId(Ids.derived("end", instanceId + "/" + recipientId));
    }

    /** The part of a work item that is the recipient's: to do it, or to accept it. */
    public static NotificationId ofWorkItem(String workItemId, String recipientId) {
        return new NotificationId(Ids.derived("work-item", workItemId + "/" + recipientId));
    }

    /** That work the recipient assigned is late; once for each due date. */
    public static NotificationId ofLateWork(String workItemId, LocalDate dueDate, String recipientId) {
        return new NotificationId(Ids.derived("late-work-item", workItemId + "/" + dueDate + "/" + recipientId));
    }

    /** That the recipient's work was accepted. */
    public static NotificationId ofAcceptance(String workItemId, String recipientId) {
        return new NotificationId(Ids.derived("work-item-accepted", workItemId + "/" + recipientId));
    }

    /** A reminder, to one of those who are reminded. */
    public static NotificationId ofReminder(String reminderId, String recipientId) {
        return new NotificationId(Ids.derived("reminder", reminderId + "/" + recipientId));
    }

    /** A course that the recipient has to take. */
    public static NotificationId ofAssignment(String assignmentId, String recipientId) {
        return new NotificationId(Ids.derived("course-assignment", assignmentId + "/" + recipientId));
    }

    /** What became of the recipient's place in a session: the last word takes the place of those before. */
    public static NotificationId ofPlace(String sessionId, String recipientId) {
        return new NotificationId(Ids.derived("session-place", sessionId + "/" + recipientId));
    }

    /** That the recipient's certificate ends, and then that it has ended. */
    public static NotificationId ofCertificate(String certificateId, String recipientId) {
        return new NotificationId(Ids.derived("certificate", certificateId + "/" + recipientId));
    }

    /** That the ratings of a cycle are to be given soon. */
    public static NotificationId ofRatingReminder(String reminderId, String recipientId) {
        return new NotificationId(Ids.derived("rating-reminder", reminderId + "/" + recipientId));
    }

    /** A warning that the recipient is to take note of. */
    public static NotificationId ofWarning(String warningId, String recipientId) {
        return new NotificationId(Ids.derived("warning", warningId + "/" + recipientId));
    }

    public static NotificationId ofComment(String commentId, String recipientId) {
        return new NotificationId(Ids.derived("comment", commentId + "/" + recipientId));
    }
}
