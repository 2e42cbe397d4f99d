package dev.keshi.service.problem.web;

import dev.keshi.messaging.AggregateFailure;
import dev.keshi.service.problem.CommonProblem;
import dev.keshi.service.problem.Finding;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemException;
import dev.keshi.service.problem.Problems;
import jakarta.validation.ConstraintViolationException;
import java.io.EOFException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.springframework.core.ResolvableType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Every failure has one problem; what nobody foresaw is an internal error. */
public final class FailureTranslator {

    private final Problems problems;

    public FailureTranslator(Problems problems) {
        this.problems = problems;
    }

    public Problem translate(Throwable failure) {
        return problems.describe(failure)
                .or(() -> carried(failure))
                .or(() -> ofPlatform(failure))
                .orElseGet(CommonProblem::internalError);
    }

    /** A filter's own refusal (a body that is too large) arrives wrapped by whoever was reading. */
    private static Optional<Problem> carried(Throwable failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException exception) {
                return Optional.of(exception.problem());
            }
            if (cause instanceof BodyTooLargeException tooLarge) {
                return Optional.of(CommonProblem.payloadTooLarge(tooLarge.limitBytes()));
            }
            if (cause instanceof ClientAbortException) {
                return Optional.of(CommonProblem.malformedBody());
            }
        }
        return Optional.empty();
    }

    private static Optional<Problem> ofPlatform(Throwable failure) {
        return switch (failure) {
            case AggregateFailure store -> Optional.of(StoreProblems.of(store));
            case RequestRejectedException hostile -> Optional.of(CommonProblem.badRequest());
            case AccessDeniedException denied -> Optional.of(CommonProblem.accessDenied());
            case AuthenticationException unknown -> Optional.of(CommonProblem.unauthenticated());
            case BodyTooLargeException tooLarge -> Optional.of(CommonProblem.payloadTooLarge(tooLarge.limitBytes()));
            default -> ofContainer(failure).or(() -> ofWeb(failure)).or(() -> StoreProblems.of(failure));
        };
    }

    /** What Tomcat finds when somebody first asks for a parameter, a part or a byte. */
    private static Optional<Problem> ofContainer(Throwable failure) {
        return switch (failure) {
            case InvalidParameterException parameters -> Optional.of(CommonProblem.ofStatus(parameters.getErrorCode()));
            case SizeException parts ->
                Optional.of(CommonProblem.payloadTooLarge(Math.max(0, parts.getPermittedSize())));
            case FileUploadException parts -> Optional.of(CommonProblem.malformedBody());
            case EOFException brokenOff -> Optional.of(CommonProblem.malformedBody());
            case ClientAbortException brokenOff -> Optional.of(CommonProblem.malformedBody());
            default -> Optional.empty();
        };
    }

    private static Optional<Problem> ofWeb(Throwable failure) {
        return switch (failure) {
            case HttpMessageNotReadableException body -> Optional.of(RequestBodyProblems.of(body.getCause()));
            case MethodArgumentNotValidException invalid -> Optional.of(ValidationProblems.of(invalid));
            case BindException invalid -> Optional.of(ValidationProblems.of(invalid.getBindingResult()));
            case HandlerMethodValidationException invalid -> Optional.of(ValidationProblems.of(invalid));
            case ConstraintViolationException invalid -> Optional.of(ValidationProblems.of(invalid));
            case MissingServletRequestParameterException missing -> required(missing.getParameterName());
            case MissingRequestHeaderException missing -> required(missing.getHeaderName());
            case MissingServletRequestPartException missing -> required(missing.getRequestPartName());
            case MethodArgumentTypeMismatchException mismatch -> mismatched(mismatch);
            case HttpMediaTypeNotSupportedException type -> Optional.of(CommonProblem.unsupportedMediaType());
            case HttpMediaTypeNotAcceptableException type -> Optional.of(CommonProblem.notAcceptable());
            case HttpRequestMethodNotSupportedException method ->
                Optional.of(CommonProblem.methodNotAllowed(allowed(method)));
            case MaxUploadSizeExceededException size ->
                Optional.of(CommonProblem.payloadTooLarge(Math.max(0, size.getMaxUploadSize())));
            case MultipartException broken -> Optional.of(CommonProblem.malformedBody());
            case ErrorResponse other ->
                Optional.of(CommonProblem.ofStatus(other.getStatusCode().value()));
            default -> Optional.empty();
        };
    }

    private static Set<String> allowed(HttpRequestMethodNotSupportedException method) {
        var supported = method.getSupportedMethods();
        return supported == null ? Set.of() : Set.of(supported);
    }

    private static Optional<Problem> required(String name) {
        return parameter(name, "required");
    }

    private static Optional<Problem> mismatched(MethodArgumentTypeMismatchException mismatch) {
        var type = ResolvableType.forMethodParameter(mismatch.getParameter());
        return Optional.of(CommonProblem.invalidRequest(
                List.of(Finding.ofParameter(mismatch.getName(), "invalid-value").allowing(Allowed.ofOneOrMany(type)))));
    }

    private static Optional<Problem> parameter(String name, String code) {
        return Optional.of(CommonProblem.invalidRequest(
                List.of(Finding.ofParameter(Objects.requireNonNullElse(name, "parameter"), code))));
    }
}
