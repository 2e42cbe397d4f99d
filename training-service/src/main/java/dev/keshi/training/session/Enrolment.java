package dev.keshi.training.session;

import dev.keshi.service.page.Position;
import java.time.Instant;

/** Somebody in a session, in the order of asking. */
record Enrolment(String personId, String departmentId, EnrolmentStatus status, Instant at) {

    Enrolment as(EnrolmentStatus changed) {
        return new Enrolment(personId, departmentId, changed, at);
    }

    /** Who asked later. Somebody who has left the list or entered it meanwhile moves nobody else's place. */
    boolean isBehind(Position last) {
        int later = at.compareTo(last.instant());
        return later > 0 || (later == 0 && personId.compareTo(last.id()) > 0);
    }

    boolean stands() {
        return status == EnrolmentStatus.ENROLLED || status == EnrolmentStatus.WAITING;
    }
}
