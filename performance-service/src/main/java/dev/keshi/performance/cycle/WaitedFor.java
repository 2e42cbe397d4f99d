package dev.keshi.performance.cycle;

import dev.keshi.performance.cycle.AppraisalDocument.Passing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is waited for about an appraisal, if anything, from whom, and how it came to that one. The interview and the signature after it are passed on
 * alike.
 *
 * @param holder who was told; nobody where nobody stands above the person, so that personnel do it
 * @param passings all that there were, also of what is done, in order
 */
record WaitedFor(Optional<AppraisalDuty> duty, Optional<String> holder, List<Passing> passings) {

    static final WaitedFor NOTHING = new WaitedFor(Optional.empty(), Optional.empty(), List.of());

    WaitedFor {
        passings = List.copyOf(passings);
    }

    WaitedFor next(AppraisalDuty another, Optional<String> from) {
        return new WaitedFor(Optional.of(another), from, passings);
    }

    WaitedFor over() {
        return new WaitedFor(Optional.empty(), Optional.empty(), passings);
    }

    /** From whoever has it now; where it was kept later who that is, that may be nobody by an empty name. */
    WaitedFor passedOn(Optional<String> to, Instant at) {
        var from = holder.filter(who -> !who.isEmpty()).orElse(null);
        var all = new ArrayList<>(passings);
        all.add(new Passing(duty.orElseThrow(), from, to.orElse(null), at));
        return new WaitedFor(duty, to, all);
    }

    boolean is(AppraisalDuty one) {
        return duty.filter(one::equals).isPresent();
    }

    /** From then on personnel may do it too: whoever stands above may have rated as a peer, which is told to nobody, and then cannot. */
    boolean wasPassedOn(AppraisalDuty one) {
        return passings.stream().anyMatch(passing -> passing.duty() == one);
    }
}
