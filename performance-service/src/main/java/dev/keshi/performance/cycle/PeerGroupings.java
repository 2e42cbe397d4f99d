package dev.keshi.performance.cycle;

import java.util.Collection;
import java.util.Map;
import java.util.function.BiFunction;

/** Where it is kept, person by person, which peers were counted together. */
interface PeerGroupings {

    /** Those of these people of whom there are any. */
    Map<String, PeerGroupsDocument> of(Collection<String> personIds);

    /**
     * Of each person one change after the other, also when several cycles are scored at the same moment.
     *
     * @param decide what follows for a person; it leaves what it has decided as it is
     * @return what holds then, of each of them
     */
    Map<String, PeerGroupsDocument> change(
            Collection<String> personIds, BiFunction<String, PeerGroupsDocument, PeerGroupsDocument> decide);
}
