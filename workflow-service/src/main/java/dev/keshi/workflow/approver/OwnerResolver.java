package dev.keshi.workflow.approver;

import dev.keshi.workflow.approver.ApproverReason.Kind;
import dev.keshi.workflow.approver.ApproverResolver.Found;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Finds who gets the work that comes of an approved request, and says why. Work has one owner, who may well be the initiator: nobody
 * judges anything here. It is never lost: where the rule finds nobody, the initiator has it.
 */
public final class OwnerResolver {

    private final ApproverDirectory directory;
    private final Leadership leadership;

    public OwnerResolver(ApproverDirectory directory) {
        this.directory = directory;
        this.leadership = new Leadership(directory);
    }

    /**
     * @param lot says which of several holders of a role it is: the same lot the same person, different lots all of the first {@link
     *     ApproverResolver#MAX_CANDIDATES} alike
     */
    public Resolution.Ask resolve(ApproverRule rule, PersonId initiator, String lot) {
        var reason = ApproverReason.of(rule);
        var found = switch (rule) {
            case ApproverRule.Manager() -> leadership.managerFor(initiator, reason);
            case ApproverRule.DeputyInCharge() -> leadership.deputyFor(initiator, reason);
            case ApproverRule.LevelsUp(var levels) -> leadership.levelsUp(initiator, levels, reason);
            case ApproverRule.Named(var person) ->
                new Found(directory.colleague(person).map(Colleague::id), reason.and(Kind.NAMED, person));
            case ApproverRule.Initiator() -> new Found(Optional.of(initiator), reason.and(Kind.INITIATOR, initiator));
            case ApproverRule.HoldersOf(var role) -> oneHolder(role, lot, reason);
        };
        return found.person()
                .map(owner -> new Resolution.Ask(owner, found.reason()))
                .orElseGet(() -> new Resolution.Ask(
                        initiator,
                        found.reason().and(Kind.NOBODY_FOUND, rule.text()).and(Kind.INITIATOR, initiator)));
    }

    private Found oneHolder(RoleName role, String lot, ApproverReason rule) {
        var reason = rule.and(Kind.HOLDERS_OF, role);
        var holders = directory.holdersOf(role, ApproverResolver.MAX_CANDIDATES).stream()
                .distinct()
                .sorted()
                .toList();
        if (holders.isEmpty()) {
            return new Found(Optional.empty(), reason);
        }
        var drawn = holders.get(Math.floorMod(draw(lot), holders.size()));
        return new Found(Optional.of(drawn), reason.and(Kind.ONE_OF_HOLDERS, drawn));
    }

    /** Unlike the hash of a text, no remainder of it hangs on the last letters alone. */
    private static long draw(String lot) {
        var sum = new CRC32();
        sum.update(lot.getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }
}
