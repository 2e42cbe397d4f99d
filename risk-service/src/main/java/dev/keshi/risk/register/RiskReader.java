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

    /** Whether a risk of that department may be registered by virtue of leading it. */
    public boolean leads(String departmentId) {
        return switch (keep) {
            case Scope.All() -> true;
            case Scope.Self _ -> false;
            case Scope.Departments led -> led.departmentIds().contains(departmentId);
        };
    }

    /** Whether something that this person answers for, of that department, may be changed. */
    public boolean keeps(String ownerId, String departmentId) {
        return covers(keep, ownerId, departmentId);
    }

    /** The same for reading. */
    public boolean sees(String ownerId, String departmentId) {
        return covers(see, ownerId, departmentId);
    }

    boolean sees(RiskDocument risk) {
        return sees(risk.ownerId(), risk.departmentId())
                || risk.measures().stream()
                        .anyMatch(measure -> measure.ownerId().equals(personId));
    }

    /** Whether budgets and costs of its measures are shown. */
    boolean seesCosts(RiskDocument risk) {
        return covers(spend, risk.ownerId(), risk.departmentId());
    }

    private static boolean covers(Scope scope, String ownerId, String departmentId) {
        return switch (scope) {
            case Scope.All() -> true;
            case Scope.Self(var personId) -> personId.equals(ownerId);
            case Scope.Departments(var personId, var departments) ->
                personId.equals(ownerId) || departments.contains(departmentId);
        };
    }
}
