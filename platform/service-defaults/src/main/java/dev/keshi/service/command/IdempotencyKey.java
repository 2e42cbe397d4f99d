package dev.keshi.service.command;

import dev.keshi.messaging.Ids;
import dev.keshi.service.problem.CommonProblem;
import dev.keshi.service.problem.Finding;
import dev.keshi.service.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The caller's name for one attempt to do something, 1 to 200 visible ASCII characters. */
public record IdempotencyKey(String value) {

    public static final String HEADER = "Idempotency-Key";

    public IdempotencyKey {
        if (value.isEmpty() || value.length() > 200 || !value.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("Not an idempotency key");
        }
    }

    /** @throws ProblemException 400 when the header is there and not acceptable */
    public static Optional<IdempotencyKey> parse(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new IdempotencyKey(header));
        } catch (IllegalArgumentException unacceptable) {
            throw CommonProblem.invalidRequest(List.of(Finding.ofParameter(HEADER, "invalid-idempotency-key")))
                    .toException();
        }
    }

    /** The same key of two principals is two keys; nobody can guess another's by choosing odd names. */
    public String uniqueFor(String principal) {
        return Ids.derived("idempotency-key", principal.length() + ":" + principal + value);
    }
}
