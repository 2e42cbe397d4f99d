package dev.keshi.notification.obligation;

/**
 * Follows from what is to be done, so that one thing is one obligation whichever event tells of it first.
 *
 * @param origin what it is at first; work that is to be accepted is the same thing as the work
 * @param source id of the thing in its service
 */
public record ObligationId(ObligationKind origin, String source) {

    public static ObligationId ofTask(String taskId) {
        return new ObligationId(ObligationKind.APPROVAL, taskId);
    }

    public static ObligationId ofWorkItem(String workItemId) {
        return new ObligationId(ObligationKind.WORK_ITEM, workItemId);
    }

    public static ObligationId ofMeasure(String measureId) {
        return new ObligationId(ObligationKind.MEASURE, measureId);
    }

    public static ObligationId ofWarning(String warningId) {
        return new ObligationId(ObligationKind.WARNING, warningId);
    }

    public static ObligationId ofRoundAnswer(String answerId) {
        return new ObligationId(ObligationKind.RISK_ROUND, answerId);
    }

    public static ObligationId ofInterview(String appraisalId) {
        return new ObligationId(ObligationKind.APPRAISAL_INTERVIEW, appraisalId);
    }

    public static ObligationId ofAppraisal(String appraisalId) {
        return new ObligationId(ObligationKind.APPRAISAL, appraisalId);
    }

    public static ObligationId ofSignature(String appraisalId) {
        return new ObligationId(ObligationKind.APPRAISAL_SIGNATURE, appraisalId);
    }

    public static ObligationId ofAssessment(String assessmentId) {
        return new ObligationId(ObligationKind.RISK_ASSESSMENT, assessmentId);
    }

    public static ObligationId ofCourse(String assignmentId) {
        return new ObligationId(ObligationKind.COURSE, assignmentId);
    }

    public static ObligationId ofReaction(String followUpId) {
        return new ObligationId(ObligationKind.COURSE_REACTION, followUpId);
    }

    public static ObligationId ofBehaviourRating(String followUpId) {
        return new ObligationId(ObligationKind.BEHAVIOUR_RATING, followUpId);
    }

    public String value() {
        return origin.key() + '/' + source;
    }
}
