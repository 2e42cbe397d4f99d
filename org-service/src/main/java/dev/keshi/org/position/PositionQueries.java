package dev.keshi.org.position;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import dev.keshi.messaging.Versioned;
import dev.keshi.org.department.DepartmentId;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Positions. Everybody in the enterprise may see them, so no scope is taken. */
@Component
public class PositionQueries {

    private final MongoPositions positions;

    PositionQueries(MongoPositions positions) {
        this.positions = positions;
    }

    public Optional<Versioned<PositionView>> find(PositionId id) {
        return positions.find(id).map(PositionView::of);
    }

    /** The known ones among those ids. */
    public Map<PositionId, PositionView> findAll(Collection<PositionId> ids) {
        var found = new HashMap<PositionId, PositionView>();
        positions
                .findAll(ids)
                .forEach((id, position) ->
                        found.put(id, PositionView.of(position).state()));
        return found;
    }

    /** All positions by code, or only those of one department. */
    public Page<PositionView> list(Optional<DepartmentId> department, Paging paging) {
        var filter = new ArrayList<Bson>(List.of(new Document()));
        department.ifPresent(id -> filter.add(eq("state.departmentId", id.value())));
        paging.after().ifPresent(after -> filter.add(gt("state.code", after.key())));
        return paging.page(
                positions.select(and(filter), paging.limit() + 1),
                position -> Position.of(position.state().code(), position.id()),
                position -> PositionView.of(position).state());
    }
}
