package dev.keshi.workflow.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.workflow.condition.ConditionCompilation.Refused;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an attacker writes into a process is refused when it is deployed, quickly, and never evaluated. */
class HostileConditionTest {

    private static final ConditionEvaluator CONDITIONS = new ConditionEvaluator(2, Duration.ofSeconds(5));

    @AfterAll
    static void close() {
        CONDITIONS.close();
    }

    static Stream<String> payloads() {
        return Stream.of(languages(), loops(), functions(), bombs(), oddities()).flatMap(List::stream);
    }

    private static List<String> languages() {
        return List.of(
                "${days > 3}",
                "#{T(java.lang.Runtime).getRuntime().exec('id')}",
                "T(java.lang.Runtime).getRuntime().exec(\"id\")",
                "new java.lang.ProcessBuilder(\"id\").start()",
                "java.lang.System.exit(1) = null",
                "execution.setVariable(\"a\", 1)",
                "''.class.forName('java.lang.Runtime')",
                "leaveType.class.name = \"x\"",
                "leaveType.getClass() = null",
                "leaveType.toUpperCase() = \"X\"",
                "days;days",
                "{\"$where\": \"sleep(1000)\"} = null",
                "require(\"child_process\") = null",
                "<script>alert(1)</script>");
    }

    private static List<String> loops() {
        return List.of(
                "for i in 1..1000000000 return i",
                "count(for i in 1..1000000 return i) > 1",
                "some x in [1,2,3] satisfies x > 1",
                "every x in [1,2,3] satisfies x > 1",
                "some x in 1..100000 satisfies (some y in 1..100000 satisfies x + y < 0)",
                "[1,2,3][item > 1] = 1",
                "days[1] = 1",
                "count([1..1000000]) > 1",
                "[1..5]",
                "> 3",
                "? > 3");
    }

    private static List<String> functions() {
        return List.of(
                "function(x) x",
                "(function(x) x(x))(function(x) x(x)) = 1",
                "function(s) external {java: {class: \"java.lang.Math\", method signature: \"abs(int)\"}}",
                "{a: 1}.a = 1",
                "{a: \"xx\", b: a + a, c: b + b, d: c + c, e: d + d}.e = \"\"",
                "matches(leaveType, \"(a+)+$\")",
                "replace(leaveType, \"(a*)*b\", \"\") = \"\"",
                "split(leaveType, \"(a|a)*\") = null",
                "count(extract(leaveType, \"a\")) > 0",
                "string join([\"a\"], leaveType) = \"\"",
                "decimal(days, 999999999) > 0",
                "round up(days, 999999) > 0",
                "number(\"1e999999999\") > 0",
                "now() > date(\"2026-01-01\")",
                "today() > date(\"2026-01-01\")",
                "random number() > 0.5",
                "uuid() = \"\"",
                "to json(days) = \"\"",
                "from json(leaveType) = 1",
                "get value(days, \"a\") = 1",
                "duplicate values([1]) = [1]",
                "min(list: [1,2]) = 1",
                "is defined(days)",
                "leaveType instance of string",
                "substring(leaveType, 1, 2) = \"a\"");
    }

    private static List<String> bombs() {
        return List.of(
                "10 ** 999999999 > 1",
                "9 ** 9 ** 9 ** 9 > 1",
                "9".repeat(200) + " > days",
                "\"" + "a".repeat(300) + "\" = leaveType",
                "(".repeat(400) + "1" + ")".repeat(400) + " = 1",
                "[".repeat(400),
                "x in (not(".repeat(8) + "1",
                "1 in (".repeat(16) + "1",
                "not(".repeat(200) + "true" + ")".repeat(200),
                "(\")\"=".repeat(100),
                "(/*)*/".repeat(100),
                "(`)`".repeat(100),
                "(\"\\\")\"".repeat(60),
                "days" + " + 1".repeat(200) + " > 1",
                "true" + " and true".repeat(100),
                "[" + "1,".repeat(150) + "1] = null",
                "days in (" + "1,".repeat(150) + "1)",
                "if ".repeat(300),
                "days > 3 //" + " ".repeat(20),
                "days > 3 " + "and days > 3 ".repeat(100));
    }

    private static List<String> oddities() {
        return List.of(
                "", "   ", "\u0000", "days > 3\u0007", "days >", "days + 1", "\"text\"", "[true]", "5", "days days");
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void aHostileTextIsRefusedAtDeployment(String payload) {
        assertThat(CONDITIONS.compile(payload)).isInstanceOf(Refused.class);
    }

    @Test
    void refusingAllOfThemTakesNoTimeWorthMentioning() {
        long start = System.nanoTime();
        payloads().forEach(CONDITIONS::compile);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(payloads()).hasSizeGreaterThan(70);
    }

    @Test
    void theReasonSaysWhatIsWrong() {
        assertThat(CONDITIONS.compile("matches(leaveType, \"a\")"))
                .isEqualTo(new Refused(ConditionCompilation.Reason.FORBIDDEN_FUNCTION, "matches"));
        assertThat(CONDITIONS.compile("for i in [1] return i"))
                .isEqualTo(new Refused(ConditionCompilation.Reason.FORBIDDEN_SYNTAX, "for … return", "For"));
    }
}
