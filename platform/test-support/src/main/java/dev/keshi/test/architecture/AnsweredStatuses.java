package dev.keshi.test.architecture;

import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The success statuses that an operation's code makes, its own class followed; 200 where it makes none itself. */
final class AnsweredStatuses {

    private static final Map<String, Integer> MAKERS = Map.of(
            "ok",
            200,
            "shown",
            200,
            "created",
            201,
            "createdShown",
            201,
            "accepted",
            202,
            "done",
            204,
            "noContent",
            204);
    private static final Set<String> ANSWERS =
            Set.of("dev.keshi.service.command.Replies", "org.springframework.http.ResponseEntity");
    private static final String NAMES = "org.springframework.http.HttpStatus";

    private final Map<String, Integer> named;
    private final Set<JavaCodeUnit> seen = new HashSet<>();
    private final Set<Integer> statuses = new TreeSet<>();

    private AnsweredStatuses(Map<String, Integer> named) {
        this.named = named;
    }

    /** @param named the constants of {@code HttpStatus} that are successes */
    static Set<Integer> of(JavaMethod operation, Map<String, Integer> named) {
        var found = new AnsweredStatuses(named);
        found.follow(operation);
        return found.statuses.isEmpty() ? Set.of(200) : found.statuses;
    }

    private void follow(JavaCodeUnit method) {
        if (!seen.add(method)) {
            return;
        }
        method.getFieldAccesses().stream()
                .filter(access -> access.getTargetOwner().getName().equals(NAMES))
                .map(access -> named.get(access.getTarget().getName()))
                .filter(status -> status != null)
                .forEach(statuses::add);
        Stream.concat(
                        method.getMethodCallsFromSelf().stream().map(call -> call.getTarget()),
                        method.getMethodReferencesFromSelf().stream().map(reference -> reference.getTarget()))
                .forEach(target -> {
                    if (ANSWERS.contains(target.getOwner().getName()) && MAKERS.containsKey(target.getName())) {
                        statuses.add(MAKERS.get(target.getName()));
                    } else if (target.getOwner().equals(method.getOwner())) {
                        target.resolveMember().ifPresent(this::follow);
                    }
                });
    }
}
