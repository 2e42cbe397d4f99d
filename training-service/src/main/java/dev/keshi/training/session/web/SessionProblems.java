package dev.keshi.training.session.web;

import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import dev.keshi.training.session.SessionProblem;
import org.springframework.stereotype.Component;

@Component
final class SessionProblems implements ProblemMapping<SessionProblem> {

    @Override
    public Class<SessionProblem> failures() {
        return SessionProblem.class;
    }

    @Override
    public Problem describe(SessionProblem problem) {
        return switch (problem) {
            case SessionProblem.Unknown _ -> Problem.notFound("session-not-found");
            case SessionProblem.NotYoursToSchedule _ -> Problem.forbidden("not-yours-to-schedule");
            case SessionProblem.NotYoursToOrganise _ -> Problem.forbidden("not-yours-to-organise");
            case SessionProblem.EndsBeforeItStarts _ -> Problem.unprocessable("session-ends-before-it-starts");
            case SessionProblem.StartsInThePast _ -> Problem.unprocessable("session-starts-in-the-past");
            case SessionProblem.Begun _ -> Problem.conflict("session-begun");
            case SessionProblem.NotBegun _ -> Problem.conflict("session-not-begun");
            case SessionProblem.Cancelled _ -> Problem.conflict("session-cancelled");
            case SessionProblem.AttendanceRecordedBefore _ -> Problem.conflict("attendance-recorded-before");
            case SessionProblem.EnrolledBefore _ -> Problem.conflict("enrolled-before");
            case SessionProblem.OwnAttendance _ -> Problem.forbidden("own-attendance");
            case SessionProblem.LecturerEnrols _ -> Problem.unprocessable("lecturer-enrols");
            case SessionProblem.WaitingListFull full -> Problem.conflict("waiting-list-full", full.most());
            case SessionProblem.NotEnrolled _ -> Problem.conflict("not-enrolled");
            case SessionProblem.PrerequisitesOpen open ->
                Problem.conflict("prerequisites-open", String.join(", ", open.courses()));
            case SessionProblem.WithoutPlace without ->
                Problem.unprocessable("attended-without-place", String.join(", ", without.people()));
        };
    }
}
