package dev.keshi.chaos.ledger;

import java.util.Collection;
import java.util.List;

/** What is made of the archive equals what stands: nothing was mended, and all three checksums are one. */
public final class RebuildAudit {

    private static final int SUM = 16;

    /**
     * @param services each has to have made something anew
     * @param rebuilt everything that was asked for
     */
    public List<Broken> of(Collection<String> services, List<Rebuilt> rebuilt) {
        var findings = new Findings();
        for (String service : services) {
            long documents = rebuilt.stream()
                    .filter(one -> one.service().equals(service))
                    .mapToLong(
                            one -> one.answer().path("result").path("documents").asLong(0))
                    .sum();
            findings.require(documents > 0, Invariant.I9, "nothing of %s was made anew", service);
        }
        rebuilt.forEach(one -> check(one, findings));
        return findings.all();
    }

    private static void check(Rebuilt one, Findings findings) {
        var result = one.answer().path("result");
        String archive = result.path("archive").asString("");
        boolean equal = one.answer().path("status").asString("").equals("COMPLETED")
                && result.path("mended").asInt(-1) == 0
                && archive.length() >= SUM
                && archive.equals(result.path("before").asString(""))
                && archive.equals(result.path("after").asString(""));
        findings.require(
                equal,
                Invariant.I9,
                "%s of %s is not what the archive leads to: %s",
                one.model(),
                one.service(),
                one.answer());
    }
}
