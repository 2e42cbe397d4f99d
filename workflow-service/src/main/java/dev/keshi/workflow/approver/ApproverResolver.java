package dev.keshi.workflow.approver;

import dev.keshi.workflow.approver.ApproverReason.Kind;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds who decides a step and says why. Bounded: no walk through the organisation is longer than 64 steps. */
public final class ApproverResolver {

    /** A task is offered to at most so many people; a role with more holders needs an administrator's choice. */
    public static final int MAX_CANDIDATES = 200;

    private final ApproverDirectory directory;
    private final Leadership leadership;

    public ApproverResolver(ApproverDirectory directory) {
        this.directory = directory;
        this.leadership = new Leadership(directory);
    }

    /**
     * For whom an approver is wanted.
     *
     * @param approvedBy who has approved a step of this instance
     * @param lastApprover who approved the step just before, absent when there was none
     */
    public record Question(
            PersonId initiator,
            Set<PersonId> approvedBy,
            @Nullable PersonId lastApprover) {}

    public Resolution resolve(ApprovalPolicy policy, Question question) {
        var reason = ApproverReason.of(policy.rule());
        var initiator = question.initiator();
        return switch (policy.rule()) {
            case ApproverRule.Manager() -> single(policy, question, leadership.managerFor(initiator, reason));
            case ApproverRule.DeputyInCharge() -> single(policy, question, leadership.deputyFor(initiator, reason));
            case ApproverRule.LevelsUp(var n) -> single(policy, question, leadership.levelsUp(initiator, n, reason));
            case ApproverRule.Named(var person) ->
                single(policy, question, new Found(active(person), reason.and(Kind.NAMED, person)));
            case ApproverRule.Initiator() -> new Resolution.Ask(initiator, reason.and(Kind.INITIATOR, initiator));
            case ApproverRule.HoldersOf(var role) -> holders(policy, question, role, reason);
        };
    }

    /** A person looked for, perhaps in vain, and how. */
    record Found(Optional<PersonId> person, ApproverReason reason) {}

    private Resolution single(ApprovalPolicy policy, Question question, Found found) {
        if (found.person().isEmpty()) {
            return nobody(policy, question, found.reason());
        }
        var person = found.person().get();
        return person.equals(question.initiator())
                ? initiatorFound(policy, question, found.reason())
                : unlessApprovedBefore(policy, question, person, found.reason());
    }

    private Resolution initiatorFound(ApprovalPolicy policy, Question question, ApproverReason found) {
        var initiator = question.initiator();
        var reason = found.and(Kind.IS_INITIATOR, initiator);
        return switch (policy.whenInitiator()) {
            case SELF -> unlessApprovedBefore(policy, question, initiator, reason);
            case SKIP -> new Resolution.Pass(reason);
            case SUPERIOR -> instead(policy, question, leadership.superiorOf(initiator), reason);
            case DEPARTMENT_HEAD -> instead(policy, question, leadership.headAbove(initiator), reason);
        };
    }

    private Resolution instead(
            ApprovalPolicy policy, Question question, Optional<PersonId> other, ApproverReason reason) {
        return other.filter(person -> !person.equals(question.initiator()))
                .map(person ->
                        unlessApprovedBefore(policy, question, person, reason.and(Kind.IN_PLACE_OF_INITIATOR, person)))
                .orElseGet(() -> nobody(policy, question, reason));
    }

    private static Resolution unlessApprovedBefore(
            ApprovalPolicy policy, Question question, PersonId person, ApproverReason reason) {
        boolean before = switch (policy.whenSamePerson()) {
            case AGAIN -> false;
            case ONCE -> question.approvedBy().contains(person);
            case SKIP_CONSECUTIVE -> person.equals(question.lastApprover());
        };
        return before
                ? new Resolution.Pass(reason.and(Kind.APPROVED_BEFORE, person))
                : new Resolution.Ask(person, reason);
    }

    private Resolution holders(ApprovalPolicy policy, Question question, RoleName role, ApproverReason rule) {
        var reason = rule.and(Kind.HOLDERS_OF, role);
        // One may be the initiator, and one more shows that they are too many.
        var holders = directory.holdersOf(role, MAX_CANDIDATES + 2).stream()
                .distinct()
                .sorted()
                .toList();
        var candidates = policy.whenInitiator() == WhenInitiator.SELF
                ? holders
                : holders.stream()
                        .filter(person -> !person.equals(question.initiator()))
                        .toList();
        if (candidates.size() > MAX_CANDIDATES) {
            return new Resolution.AskAdministrator(reason.and(Kind.TOO_MANY_HOLDERS, role));
        }
        if (!candidates.isEmpty()) {
            return new Resolution.Offer(role, candidates, reason);
        }
        return holders.isEmpty() ? nobody(policy, question, reason) : initiatorFound(policy, question, reason);
    }

    private Resolution nobody(ApprovalPolicy policy, Question question, ApproverReason found) {
        var reason = found.and(Kind.NOBODY_FOUND, policy.rule().text());
        return switch (policy.whenNobody()) {
            case WhenNobody.Pass() -> new Resolution.Pass(reason);
            case WhenNobody.Reject() -> new Resolution.Reject(reason);
            case WhenNobody.Administrator() -> new Resolution.AskAdministrator(reason);
            case WhenNobody.Ask(var person) ->
                active(person)
                        .filter(id -> !id.equals(question.initiator()))
                        .<Resolution>map(id -> new Resolution.Ask(id, reason.and(Kind.FALLBACK_PERSON, id)))
                        .orElseGet(() -> new Resolution.AskAdministrator(reason));
        };
    }

    private Optional<PersonId> active(PersonId person) {
        return directory.colleague(person).map(Colleague::id);
    }
}
