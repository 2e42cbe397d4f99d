package dev.keshi.performance.cycle;

import java.util.Collection;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Where it is kept, person by person, which peers were counted together. */
interface PeerGroupings {

    /** Those of these people of whom there are any. */
    Map<String, PeerGroupsDocument> of(Collection<String> personIds);

    /** One after the other, also when several cycles are scored at the same moment. @return what holds then */
    PeerGroupsDocument change(String personId, UnaryOperator<PeerGroupsDocument> decide);
}
