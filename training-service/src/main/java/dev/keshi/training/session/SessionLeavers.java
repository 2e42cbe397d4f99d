package dev.keshi.training.session;

import dev.keshi.messaging.CommandContext;
import dev.keshi.service.time.EnterpriseTime;
import dev.keshi.training.trainee.Trainee;
import dev.keshi.training.trainee.TraineeFollower;

/** Whoever leaves gives every place back, and those who wait move up. */
final class SessionLeavers implements TraineeFollower {

    private static final CommandContext CONTEXT = CommandContext.of("system:session-leavers");

    private final MongoSessions sessions;
    private final EnterpriseTime time;

    SessionLeavers(MongoSessions sessions, EnterpriseTime time) {
        this.sessions = sessions;
        this.time = time;
    }

    @Override
    public boolean follow(Trainee trainee) {
        if (trainee.left()) {
            for (var id : sessions.ahead(trainee.personId(), time.now())) {
                var unused = sessions.change(id, CONTEXT, session -> session.leave(trainee.personId(), time.now()));
            }
        }
        return true;
    }
}
