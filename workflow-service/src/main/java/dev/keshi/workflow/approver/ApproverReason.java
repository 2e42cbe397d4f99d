package dev.keshi.workflow.approver;

import java.util.ArrayList;
import java.util.List;

/**
 * Why somebody is asked: the rule and what was found on the way, in order, for "why am I the approver".
 *
 * @param rule as written in the process, for example {@code deputy-in-charge}
 */
public record ApproverReason(String rule, List<Finding> findings) {

    public ApproverReason {
        findings = List.copyOf(findings);
    }

    public static ApproverReason of(ApproverRule rule) {
        return new ApproverReason(rule.text(), List.of());
    }

    /** With one more finding at the end. */
    public ApproverReason and(Kind kind, Object subject) {
        var more = new ArrayList<>(findings);
        more.add(new Finding(kind, subject.toString()));
        return new ApproverReason(rule, more);
    }

    /**
     * One thing that was found.
     *
     * @param subject id of the department, person or role that {@code kind} speaks of
     */
    public record Finding(Kind kind, String subject) {}

    /** What was found; says what the subject is. */
    public enum Kind {
        /** Department whose manager was looked for. */
        MANAGER_OF,
        /** Department that the deputy found is in charge of. */
        DEPUTY_IN_CHARGE_OF,
        /** Role whose holders were looked for. */
        HOLDERS_OF,
        /** Person one level up in the reporting line. */
        SUPERIOR,
        /** The initiator, asked on purpose. */
        INITIATOR,
        /** The person named in the process. */
        NAMED,
        /** Rule that found nobody. */
        NOBODY_FOUND,
        /** The one of a role's holders who was drawn. */
        ONE_OF_HOLDERS,
        /** Role with more holders than can be asked at once. */
        TOO_MANY_HOLDERS,
        /** The initiator, found by the rule. */
        IS_INITIATOR,
        /** Person asked in place of the initiator. */
        IN_PLACE_OF_INITIATOR,
        /** Person asked since nobody was found. */
        FALLBACK_PERSON,
        /** Person who has approved before. */
        APPROVED_BEFORE,
        /** Administrator who named the approver. */
        CHOSEN_BY_ADMINISTRATOR
    }
}
