package dev.keshi.workflow.condition;

import dev.keshi.workflow.condition.ConditionCompilation.Reason;
import dev.keshi.workflow.condition.ConditionCompilation.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.feel.syntaxtree.*;
import scala.jdk.javaapi.CollectionConverters;

/** Walks a syntax tree and refuses every node that is not listed here; what FEEL gains later is refused by itself. */
final class SyntaxAllowList {

    private static final int MAX_DEPTH = 48;
    private static final int MAX_ITEMS = 100;
    private static final int MAX_TEXT = 256;
    private static final int MAX_DIGITS = 34;

    /** Their result is never larger than their arguments, and none takes a pattern. */
    private static final Set<String> FUNCTIONS = Set.of(
            "not",
            "contains",
            "starts with",
            "ends with",
            "string length",
            "upper case",
            "lower case",
            "abs",
            "floor",
            "ceiling",
            "min",
            "max",
            "sum",
            "count",
            "list contains",
            "day of week");

    private static final Set<String> PROPERTIES =
            Set.of("year", "month", "day", "weekday", "years", "months", "days", "hours", "minutes", "seconds");

    /** How authors write what the parser calls otherwise. */
    private static final Map<String, String> KEYWORDS = Map.of(
            "For", "for … return",
            "SomeItem", "some … satisfies",
            "EveryItem", "every … satisfies",
            "ConstContext", "{…}",
            "FunctionDefinition", "function(…)",
            "Filter", "…[…]",
            "Exponentiation", "**",
            "InstanceOf", "instance of",
            "ConstRange", "[… .. …]");

    Optional<Refused> check(Exp root) {
        return answersOtherThanTruth(root) ? refused(Reason.NOT_A_TEST, "") : walk(root, 1);
    }

    private static boolean answersOtherThanTruth(Exp root) {
        return switch (root) {
            case ConstNumber _ -> true;
            case ConstString _ -> true;
            case ConstDate _ -> true;
            case ConstDayTimeDuration _ -> true;
            case ConstYearMonthDuration _ -> true;
            case ConstList _ -> true;
            case Addition _ -> true;
            case Subtraction _ -> true;
            case Multiplication _ -> true;
            case Division _ -> true;
            case ArithmeticNegation _ -> true;
            default -> false;
        };
    }

    private Optional<Refused> walk(Exp exp, int depth) {
        if (depth > MAX_DEPTH) {
            return refused(Reason.NESTED_TOO_DEEP, "");
        }
        return switch (exp) {
            case ConstBool _ -> allowed();
            case ConstNull$ _ -> allowed();
            case ConstDate _ -> allowed();
            case ConstDayTimeDuration _ -> allowed();
            case ConstYearMonthDuration _ -> allowed();
            case ConstNumber e -> e.value().precision() <= MAX_DIGITS ? allowed() : tooLarge();
            case ConstString e -> e.value().length() <= MAX_TEXT ? allowed() : tooLarge();
            case ConstList e -> walkAll(list(e.items()), depth);
            case Ref e -> checkName(list(e.names()));
            case PathExpression e ->
                PROPERTIES.contains(e.key()) ? walk(e.path(), depth + 1) : forbidden("." + e.key());
            case FunctionInvocation e -> checkCall(e, depth);
            case Conjunction e -> walkAll(List.of(e.x(), e.y()), depth);
            case Disjunction e -> walkAll(List.of(e.x(), e.y()), depth);
            case Not e -> walk(e.x(), depth + 1);
            case Comparison e -> walkAll(sides(e), depth);
            case Addition e -> walkAll(List.of(e.x(), e.y()), depth);
            case Subtraction e -> walkAll(List.of(e.x(), e.y()), depth);
            case Multiplication e -> walkAll(List.of(e.x(), e.y()), depth);
            case Division e -> walkAll(List.of(e.x(), e.y()), depth);
            case ArithmeticNegation e -> walk(e.x(), depth + 1);
            case If e -> walkAll(List.of(e.condition(), e.statement(), e.elseStatement()), depth);
            case In e -> both(walk(e.x(), depth + 1), walkTest(e.test(), depth + 1));
            default -> forbidden(KEYWORDS.getOrDefault(name(exp), ""), name(exp));
        };
    }

    /** The right side of {@code in}. */
    private Optional<Refused> walkTest(Exp test, int depth) {
        if (depth > MAX_DEPTH) {
            return refused(Reason.NESTED_TOO_DEEP, "");
        }
        return switch (test) {
            case AtLeastOne e -> {
                var tests = list(e.xs());
                yield tests.size() > MAX_ITEMS
                        ? tooLarge()
                        : first(tests.stream().map(t -> walkTest(t, depth + 1)).toList());
            }
            case UnaryTestExpression e -> walk(e.exp(), depth + 1);
            case InputEqualTo e -> walk(e.x(), depth + 1);
            case InputLessThan e -> walk(e.x(), depth + 1);
            case InputLessOrEqual e -> walk(e.x(), depth + 1);
            case InputGreaterThan e -> walk(e.x(), depth + 1);
            case InputGreaterOrEqual e -> walk(e.x(), depth + 1);
            case InputInRange e ->
                both(
                        walk(e.range().start().value(), depth + 1),
                        walk(e.range().end().value(), depth + 1));
            default -> walk(test, depth);
        };
    }

    private Optional<Refused> checkCall(FunctionInvocation call, int depth) {
        if (!FUNCTIONS.contains(call.function())) {
            return refused(Reason.FORBIDDEN_FUNCTION, call.function());
        }
        return switch (call.params()) {
            case PositionalFunctionParameters positional -> walkAll(list(positional.params()), depth);
            default -> forbidden(call.function() + "(…: …)");
        };
    }

    private Optional<Refused> checkName(List<String> names) {
        boolean property = names.size() == 2 && PROPERTIES.contains(names.getLast());
        return names.size() == 1 || property ? allowed() : forbidden(String.join(".", names));
    }

    private static List<Exp> sides(Comparison comparison) {
        return switch (comparison) {
            case Equal e -> List.of(e.x(), e.y());
            case LessThan e -> List.of(e.x(), e.y());
            case LessOrEqual e -> List.of(e.x(), e.y());
            case GreaterThan e -> List.of(e.x(), e.y());
            case GreaterOrEqual e -> List.of(e.x(), e.y());
            default -> throw new IllegalArgumentException(name(comparison));
        };
    }

    private Optional<Refused> walkAll(List<Exp> exps, int depth) {
        return exps.size() > MAX_ITEMS
                ? tooLarge()
                : first(exps.stream().map(exp -> walk(exp, depth + 1)).toList());
    }

    private static Optional<Refused> both(Optional<Refused> one, Optional<Refused> other) {
        return one.or(() -> other);
    }

    private static Optional<Refused> first(List<Optional<Refused>> results) {
        return results.stream().flatMap(Optional::stream).findFirst();
    }

    private static <T> List<T> list(scala.collection.immutable.List<T> items) {
        return CollectionConverters.asJava(items);
    }

    private static String name(Exp exp) {
        return exp.getClass().getSimpleName().replace("$", "");
    }

    private static Optional<Refused> allowed() {
        return Optional.empty();
    }

    private static Optional<Refused> tooLarge() {
        return refused(Reason.LITERAL_TOO_LARGE, "");
    }

    private static Optional<Refused> forbidden(String what) {
        return refused(Reason.FORBIDDEN_SYNTAX, what);
    }

    private static Optional<Refused> forbidden(String keyword, String node) {
        return Optional.of(new Refused(Reason.FORBIDDEN_SYNTAX, keyword, node));
    }

    private static Optional<Refused> refused(Reason reason, String about) {
        return Optional.of(new Refused(reason, about));
    }
}
