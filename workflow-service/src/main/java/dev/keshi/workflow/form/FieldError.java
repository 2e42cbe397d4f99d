package dev.keshi.workflow.form;

import java.util.Locale;

/**
 * One thing wrong with a form.
 *
 * @param pointer JSON pointer to the value inside the form, for example {@code /days}
 * @param detail what was expected: the bound, the type, the choices; empty when the code says it all
 */
public record FieldError(String pointer, Code code, String detail, String zh, String en) {

    static FieldError of(String field, Code code, String detail) {
        return new FieldError(pointer(field), code, detail, code.zh.formatted(detail), code.en.formatted(detail));
    }

    static String pointer(String field) {
        return "/" + field.replace("~", "~0").replace("/", "~1");
    }

    /** Stable codes; {@link #text()} is what a client sees. */
    public enum Code {
        REQUIRED("必填", "is required"),
        UNKNOWN_FIELD("没有这个字段", "is not a field of this form"),
        WRONG_TYPE("类型应为 %s", "must be of type %s"),
        NOT_WRITTEN("不能含有控制字符", "must not hold control characters"),
        TOO_SHORT("至少 %s 个字符", "must have at least %s characters"),
        TOO_LONG("最多 %s 个字符", "must have at most %s characters"),
        BELOW_MINIMUM("不能小于 %s", "must not be below %s"),
        ABOVE_MAXIMUM("不能大于 %s", "must not be above %s"),
        TOO_MANY_DIGITS("小数点前后各最多 %s 位", "must have at most %s digits on either side of the point"),
        NOT_A_DATE("应为 2026-01-31 形式的日期", "must be a date such as 2026-01-31"),
        NOT_A_CHOICE("只能是: %s", "must be one of: %s"),
        RULE_BROKEN("不符合规则", "breaks a rule of this form");

        private final String zh;
        private final String en;

        Code(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
