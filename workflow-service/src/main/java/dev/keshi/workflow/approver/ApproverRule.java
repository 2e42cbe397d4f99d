package dev.keshi.workflow.approver;

import java.util.Optional;
import java.util.regex.Pattern;

/** Whom a step asks, as written in {@code keshi:approver}. */
public sealed interface ApproverRule {

    /** {@code manager}: the manager of the initiator's department. */
    record Manager() implements ApproverRule {}

    /**
     * {@code deputy-in-charge}: 分管, the deputy of a higher department who is in charge of the initiator's department;
     * found by walking up from it to the first department that some deputy is in charge of.
     */
    record DeputyInCharge() implements ApproverRule {}

    /** {@code role:HR}: the holders of a role; one of them claims the task. */
    record HoldersOf(RoleName role) implements ApproverRule {}

    /** {@code levels-up:2}: along the reporting line of the initiator; 1 is the direct superior. */
    record LevelsUp(int levels) implements ApproverRule {

        public LevelsUp {
            if (levels < 1 || levels > 10) {
                throw new IllegalArgumentException("levels: " + levels);
            }
        }
    }

    /** {@code initiator}: back to who asked, for a step that completes or corrects the request. */
    record Initiator() implements ApproverRule {}

    /** {@code person:ID}. */
    record Named(PersonId person) implements ApproverRule {}

    Pattern LEVELS = Pattern.compile("levels-up:([1-9]|10)");

    /** As it stands in a process; empty when it is no rule. */
    static Optional<ApproverRule> parse(String text) {
        var levels = LEVELS.matcher(text);
        if (levels.matches()) {
            return Optional.of(new LevelsUp(Integer.parseInt(levels.group(1))));
        }
        return switch (text) {
            case "manager" -> Optional.of(new Manager());
            case "deputy-in-charge" -> Optional.of(new DeputyInCharge());
            case "initiator" -> Optional.of(new Initiator());
            default ->
                After.prefix("role:", text)
                        .<ApproverRule>map(role -> new HoldersOf(new RoleName(role)))
                        .or(() -> After.prefix("person:", text).map(id -> new Named(new PersonId(id))));
        };
    }

    /** The way it stands in a process. */
    default String text() {
        return switch (this) {
            case Manager() -> "manager";
            case DeputyInCharge() -> "deputy-in-charge";
            case HoldersOf(var role) -> "role:" + role;
            case LevelsUp(var levels) -> "levels-up:" + levels;
            case Initiator() -> "initiator";
            case Named(var person) -> "person:" + person;
        };
    }
}
