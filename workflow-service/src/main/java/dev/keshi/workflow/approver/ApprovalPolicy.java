package dev.keshi.workflow.approver;

/** Everything a step says about its approver. */
public record ApprovalPolicy(
        ApproverRule rule, WhenNobody whenNobody, WhenInitiator whenInitiator, WhenSamePerson whenSamePerson) {

    /** The rule with defaults for the rest: administrator, superior, skip-consecutive. */
    public static ApprovalPolicy of(ApproverRule rule) {
        return new ApprovalPolicy(
                rule, new WhenNobody.Administrator(), WhenInitiator.SUPERIOR, WhenSamePerson.SKIP_CONSECUTIVE);
    }
}
