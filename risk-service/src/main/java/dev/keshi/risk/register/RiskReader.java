package dev.keshi.risk.register;

import dev.keshi.directory.Scope;

/**
 * Who asks, and how far it reaches. The owner of a risk and whoever has a measure in it see it; the owner keeps it.
 *
 * @param see whose risks may be read
 * @param keep whose risks may be changed
 * @param spend of whose risks it may be known what measures may cost and did cost; a measure of one's own is no reason
 */
public record RiskReader(String personId, Scope see, Scope keep, Scope spend) {

    /** Whether the department is led, not whether somebody works in it: what is its own, not a person's, is decided by that. */
    public boolean leads(String departmentId) {
        return keep.covers(departmentId);
    }

    /** Whether something that this person answers for, of that department, may be changed. */
    public boolean keeps(String ownerId, String departmentId) {
        return keep.includes(ownerId, departmentId);
    }

    /** The same for reading. */
    public boolean sees(String ownerId, String departmentId) {
        return see.includes(ownerId, departmentId);
    }

    boolean sees(RiskDocument risk) {
        return sees(risk.ownerId(), risk.departmentId())
                || risk.measures().stream()
                        .anyMatch(measure -> measure.ownerId().equals(personId));
    }

    /** Whether budgets and costs of its measures are shown. */
    boolean seesCosts(RiskDocument risk) {
        return spend.includes(risk.ownerId(), risk.departmentId());
    }
}
