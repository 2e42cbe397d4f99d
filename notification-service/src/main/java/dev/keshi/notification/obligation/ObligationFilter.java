package dev.keshi.notification.obligation;

import java.util.Set;

/**
 * Which obligations a list shows.
 *
 * @param kinds empty for all
 * @param overdueOnly only those whose due date has passed
 */
public record ObligationFilter(Set<ObligationKind> kinds, boolean overdueOnly) {

    public static final ObligationFilter ALL = new ObligationFilter(Set.of(), false);

    public ObligationFilter {
        kinds = Set.copyOf(kinds);
    }
}
