package dev.keshi.workflow.condition;

/** The answer to a text that wants to be a condition. */
public sealed interface ConditionCompilation permits Condition, ConditionCompilation.Refused {

    /**
     * The text is no usable condition.
     *
     * @param about the piece of the text that it is about, as its author wrote it; empty when it is all of it
     * @param parserMessage what the parser said, in its own words; empty when it said nothing
     */
    record Refused(Reason reason, String about, String parserMessage) implements ConditionCompilation {

        Refused(Reason reason, String about) {
            this(reason, about, "");
        }

        /** For its author, in Chinese. */
        public String zh() {
            return about.isEmpty() ? reason.zh : reason.zh + "：" + about;
        }

        /** For its author, in English. */
        public String en() {
            return about.isEmpty() ? reason.en : reason.en + ": " + about;
        }
    }

    /** Why a text is refused. */
    enum Reason {
        EMPTY("条件为空", "The condition is empty"),
        TOO_LONG("条件超过 1 KB", "The condition is longer than 1 KB"),
        FORBIDDEN_CHARACTER(
                "条件中不允许注释、反斜杠、反引号或控制字符", "Comments, backslashes, backticks and control characters are not allowed"),
        NESTED_TOO_DEEP("条件嵌套过深", "The condition is nested too deeply"),
        NOT_FEEL("条件不是合法的 FEEL 表达式", "The condition is not valid FEEL"),
        FORBIDDEN_SYNTAX("条件使用了不允许的语法", "The condition uses syntax that is not allowed"),
        FORBIDDEN_FUNCTION("条件调用了不允许的函数", "The condition calls a function that is not allowed"),
        LITERAL_TOO_LARGE("条件中的数字、文字或列表过长", "A number, text or list in the condition is too long"),
        NOT_A_TEST("条件的结果不是真或假", "The condition does not answer true or false"),
        TOO_COMPLEX("条件过于复杂，无法在限时内解析", "The condition could not be parsed in time");

        private final String zh;
        private final String en;

        Reason(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }
    }
}
