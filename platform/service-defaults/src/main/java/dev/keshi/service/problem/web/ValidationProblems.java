package dev.keshi.service.problem.web;

import dev.keshi.service.problem.CommonProblem;
import dev.keshi.service.problem.Finding;
import dev.keshi.service.problem.Problem;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.ResolvableType;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Bean Validation's findings as problems: each field once, with a pointer, in the common codes. */
final class ValidationProblems {

    /** Annotation to code; the code's words are in the common bundle. Others say what their annotation says. */
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("NotNull", "required"),
            Map.entry("NotBlank", "required"),
            Map.entry("NotEmpty", "required"),
            Map.entry("Size", "size"),
            Map.entry("Length", "size"),
            Map.entry("Pattern", "pattern"),
            Map.entry("Email", "pattern"),
            Map.entry("Min", "minimum"),
            Map.entry("DecimalMin", "minimum"),
            Map.entry("Max", "maximum"),
            Map.entry("DecimalMax", "maximum"));

    private ValidationProblems() {}

    static Problem of(BindingResult result) {
        return CommonProblem.invalidRequest(
                result.getAllErrors().stream().map(ValidationProblems::inBody).toList());
    }

    /** Of a body, or of query parameters that are taken together. */
    static Problem of(MethodArgumentNotValidException failure) {
        if (failure.getParameter().hasParameterAnnotation(RequestBody.class)) {
            return of(failure.getBindingResult());
        }
        var taken = failure.getParameter().getParameterType();
        return CommonProblem.invalidRequest(failure.getBindingResult().getFieldErrors().stream()
                .map(error -> error.isBindingFailure()
                        ? Finding.ofParameter(error.getField(), "invalid-value")
                                .allowing(Allowed.ofOneOrMany(typeOf(error.getField(), taken)))
                        : ofParameter(error.getField(), error))
                .toList());
    }

    private static ResolvableType typeOf(String name, Class<?> taken) {
        return Stream.ofNullable(taken.getRecordComponents())
                .flatMap(Arrays::stream)
                .filter(component -> component.getName().equals(name))
                .map(component -> ResolvableType.forType(component.getGenericType()))
                .findFirst()
                .orElse(ResolvableType.NONE);
    }

    static Problem of(HandlerMethodValidationException failure) {
        var findings = new ArrayList<Finding>();
        for (var result : failure.getParameterValidationResults()) {
            if (result instanceof ParameterErrors body
                    && result.getMethodParameter().hasParameterAnnotation(RequestBody.class)) {
                body.getAllErrors().forEach(error -> findings.add(inBody(error)));
            } else {
                var name =
                        Objects.requireNonNullElse(result.getMethodParameter().getParameterName(), "parameter");
                result.getResolvableErrors().forEach(error -> findings.add(ofParameter(name, error)));
            }
        }
        return CommonProblem.invalidRequest(findings);
    }

    static Problem of(ConstraintViolationException failure) {
        return CommonProblem.invalidRequest(failure.getConstraintViolations().stream()
                .map(ValidationProblems::violation)
                .toList());
    }

    private static Finding violation(ConstraintViolation<?> violation) {
        return Finding.at(pointer(violation.getPropertyPath().toString()), "invalid-value")
                .saying(violation.getMessage());
    }

    private static Finding inBody(ObjectError error) {
        var pointer = error instanceof FieldError field ? pointer(field.getField()) : "";
        return worded(code -> Finding.at(pointer, code, bounds(error, code)), error);
    }

    private static Finding ofParameter(String name, MessageSourceResolvable error) {
        return worded(code -> Finding.ofParameter(name, code, bounds(error, code)), error);
    }

    private static Finding worded(java.util.function.Function<String, Finding> make, MessageSourceResolvable error) {
        var code = CODES.get(annotation(error));
        if (code != null) {
            return make.apply(code);
        }
        var finding = make.apply("invalid-value");
        var message = error.getDefaultMessage();
        return message == null ? finding : finding.saying(message);
    }

    private static @Nullable String annotation(MessageSourceResolvable error) {
        var codes = error.getCodes();
        return codes == null || codes.length == 0 ? null : codes[codes.length - 1];
    }

    /** The validator hands over the annotation's attributes in the alphabetical order of their names, after the field. */
    private static Object[] bounds(MessageSourceResolvable error, String code) {
        var arguments = error.getArguments();
        if (arguments == null) {
            return new Object[0];
        }
        List<Object> numbers = new ArrayList<>();
        for (var argument : arguments) {
            switch (argument) {
                case Number number -> numbers.add(number);
                case MessageSourceResolvable resolvable -> {
                    var text = resolvable.getDefaultMessage();
                    if (text != null && text.matches("-?\\d+(\\.\\d+)?")) {
                        numbers.add(text);
                    }
                }
                case null, default -> {}
            }
        }
        // Size gives max before min.
        return code.equals("size") ? numbers.reversed().toArray() : numbers.toArray();
    }

    /** {@code lines[0].amount} becomes {@code /lines/0/amount}. */
    static String pointer(String path) {
        var pointer = new StringBuilder();
        for (var step : path.split("[.\\[\\]]+")) {
            if (!step.isEmpty()) {
                pointer.append('/').append(RequestBodyProblems.escape(step));
            }
        }
        return pointer.toString();
    }
}
