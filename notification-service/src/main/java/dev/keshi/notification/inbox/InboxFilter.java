package dev.keshi.notification.inbox;

import java.util.Set;

/**
 * Which notifications a list shows.
 *
 * @param unreadOnly only those that still ask for attention
 * @param waitingOnly only tasks that are not settled
 * @param categories empty for all
 */
public record InboxFilter(boolean unreadOnly, boolean waitingOnly, Set<Category> categories) {

    public static final InboxFilter ALL = new InboxFilter(false, false, Set.of());

    public InboxFilter {
        categories = Set.copyOf(categories);
    }
}
