package dev.keshi.service.problem.web;

import dev.keshi.service.problem.CommonProblem;
import dev.keshi.service.problem.Finding;
import dev.keshi.service.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** What is wrong with a body that could not be bound, with a pointer to the place. */
final class RequestBodyProblems {

    private RequestBodyProblems() {}

    static Problem of(@Nullable Throwable cause) {
        return switch (cause) {
            case null -> CommonProblem.missingBody();
            case InputCoercionException number -> invalid(number, "invalid-value");
            case UnrecognizedPropertyException unknown -> invalid(unknown, "unknown-field");
            case InvalidFormatException format when wrongType(format) -> invalid(format, "wrong-type");
            case InvalidFormatException format -> invalid(format, Allowed.of(format.getTargetType()));
            case ValueInstantiationException value -> invalid(value, "invalid-value");
            case MismatchedInputException mismatch when notOneValue(mismatch) -> CommonProblem.malformedBody();
            case MismatchedInputException mismatch -> invalid(mismatch, "wrong-type");
            case DatabindException binding
            when !notReadable(binding) && !binding.getPath().isEmpty() -> invalid(binding, "invalid-value");
            default -> CommonProblem.malformedBody();
        };
    }

    /** Nothing at all, or more after the end; Jackson tells these apart from a wrong root only by its words. */
    private static boolean notOneValue(MismatchedInputException mismatch) {
        var words = mismatch.getOriginalMessage();
        return mismatch.getPath().isEmpty() && (words.startsWith("No content") || words.startsWith("Trailing token"));
    }

    /** A number for a text or the other way round, as against a text that is no date or no name of an enum. */
    private static boolean wrongType(InvalidFormatException format) {
        var target = ClassUtils.resolvePrimitiveIfNecessary(format.getTargetType());
        return !(format.getValue() instanceof String)
                || Number.class.isAssignableFrom(target)
                || target == Boolean.class;
    }

    /** The parser gave up in the middle of a field. */
    private static boolean notReadable(DatabindException binding) {
        return binding.getCause() instanceof StreamReadException;
    }

    private static Problem invalid(JacksonException failure, String code) {
        return CommonProblem.invalidRequest(List.of(Finding.at(pointer(failure.getPath()), code)));
    }

    private static Problem invalid(JacksonException failure, List<String> allowed) {
        return CommonProblem.invalidRequest(
                List.of(Finding.at(pointer(failure.getPath()), "invalid-value").allowing(allowed)));
    }

    private static String pointer(List<JacksonException.Reference> path) {
        var pointer = new StringBuilder();
        for (var step : path) {
            pointer.append('/');
            var name = step.getPropertyName();
            if (name == null) {
                pointer.append(Math.max(0, step.getIndex()));
            } else {
                pointer.append(escape(name));
            }
        }
        return pointer.toString();
    }

    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
