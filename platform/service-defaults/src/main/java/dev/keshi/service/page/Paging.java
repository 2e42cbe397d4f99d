package dev.keshi.service.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which page is asked for. A handler takes it as a parameter; it is read from {@code cursor} and {@code limit} and bound
 * to the path and all other query parameters. Pages are found by reading one item more than asked for:
 *
 * <pre>{@code
 * var found = store.find(filter, paging.after(), paging.limit() + 1);
 * return paging.page(found, item -> Position.of(item.createdAt(), item.id()));
 * }</pre>
 */
public final class Paging {

    /** The query parameters that it is read from. */
    public static final String LIMIT = "limit";

    public static final String CURSOR = "cursor";

    public static final int DEFAULT_LIMIT = 20;
    public static final int MAX_LIMIT = 100;

    private final int limit;
    private final Optional<Position> after;
    private final Function<Position, String> sign;

    Paging(int limit, Optional<Position> after, Function<Position, String> sign) {
        this.limit = limit;
        this.after = after;
        this.sign = sign;
    }

    /** The first page, with cursors in plain text: for tests and for reading within a service. */
    public static Paging first(int limit) {
        return new Paging(limit, Optional.empty(), position -> position.key() + '/' + position.id());
    }

    /** 1 to 100. */
    public int limit() {
        return limit;
    }

    /** The last item of the page before; empty for the first page. */
    public Optional<Position> after() {
        return after;
    }

    /** @param found up to {@code limit + 1} items in order; the one too many only says that there is more */
    public <T> Page<T> page(List<T> found, Function<? super T, Position> positionOf) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        var items = found.subList(0, limit);
        return new Page<>(items, cursor(positionOf.apply(items.getLast())));
    }

    /** To go on behind this position. */
    public String cursor(Position last) {
        return sign.apply(last);
    }

    /** The same when the items were found in another form than they are shown in. */
    public <S, T> Page<T> page(
            List<S> found, Function<? super S, Position> positionOf, Function<? super S, ? extends T> view) {
        var page = page(found, positionOf);
        return new Page<>(page.items().stream().<T>map(view).toList(), page.nextCursor());
    }
}
