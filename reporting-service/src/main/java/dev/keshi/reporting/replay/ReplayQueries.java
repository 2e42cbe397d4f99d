package dev.keshi.reporting.replay;

import dev.keshi.messaging.Versioned;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Reads replays. The owner is part of the query where only own ones may be seen. */
@Service
public class ReplayQueries {

    private final MongoReplays replays;

    ReplayQueries(MongoReplays replays) {
        this.replays = replays;
    }

    /** Newest first. @param owner empty when those of everybody may be seen */
    public Page<ReplayView> page(Optional<String> owner, Paging paging) {
        var found = replays.newestFirst(owner, paging.after(), paging.limit() + 1);
        return paging.page(found, replay -> Position.of(replay.requestedAt(), replay.id()));
    }

    public Optional<Versioned<ReplayView>> one(Optional<String> owner, String id) {
        return replays.find(id)
                .filter(replay -> owner.isEmpty() || replay.state().owner().equals(owner.get()));
    }
}
