package dev.keshi.reporting.archive;

import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;

/** Reads the archive. Whether somebody may is decided by whoever calls. */
@Service
public class ArchiveQueries {

    private final MongoArchive archive;

    ArchiveQueries(MongoArchive archive) {
        this.archive = archive;
    }

    public Optional<EventView> one(String id) {
        return archive.find(id);
    }

    /** By id, without what they say; those that are not there yet are absent. */
    public Map<String, EventView> heads(Collection<String> ids) {
        return archive.heads(ids);
    }

    /** A page ends earlier where its events are large. */
    public Page<EventView> page(EventFilter filter, EventOrder order, Paging paging) {
        var found = archive.find(filter, order, paging.after(), paging.limit());
        return new Page<>(
                found.events(),
                found.more()
                        ? paging.cursor(
                                MongoArchive.positionOf(order, found.events().getLast()))
                        : null);
    }

    /** @param after where the reading goes on; empty from the beginning */
    public ArchivedEvents read(ArchiveSelection selection, Optional<ArchivePlace> after) {
        return archive.read(selection, after);
    }

    /** How many events there are, as far as that can be told quickly. */
    public OptionalLong count(ArchiveSelection selection) {
        return archive.count(selection);
    }

    /**
     * @param last what was read before; empty from the beginning
     * @return fewer when they are large; none at the end
     */
    public List<EventView> next(EventFilter filter, EventOrder order, Optional<EventView> last, int limit) {
        return archive.find(filter, order, last.map(event -> MongoArchive.positionOf(order, event)), limit)
                .events();
    }
}
