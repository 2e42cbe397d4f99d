package dev.keshi.workflow.form;

import dev.keshi.workflow.condition.Condition;

/**
 * What must hold between the fields of a form, for example that the last day is not before the first.
 *
 * @param field the field that is marked when the rule is broken
 * @param zh what to tell the person, in Chinese
 * @param en the same in English
 */
public record FormRule(Condition test, String field, String zh, String en) {

    FieldError broken() {
        return new FieldError(FieldError.pointer(field), FieldError.Code.RULE_BROKEN, "", zh, en);
    }
}
