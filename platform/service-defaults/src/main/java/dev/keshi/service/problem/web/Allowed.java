package dev.keshi.service.problem.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/** The names that a value may have where its type is an enum, or many of one. */
final class Allowed {

    private Allowed() {}

    /** @return empty when the type has no names */
    static List<String> of(@Nullable Class<?> type) {
        var constants = type == null ? null : type.getEnumConstants();
        return constants == null
                ? List.of()
                : Arrays.stream(constants)
                        .map(constant -> ((Enum<?>) constant).name())
                        .toList();
    }

    /** Of the type itself, or of what it is a list, set or array of. */
    static List<String> ofOneOrMany(ResolvableType type) {
        var names = of(type.resolve());
        if (!names.isEmpty()) {
            return names;
        }
        return of(
                type.isArray()
                        ? type.getComponentType().resolve()
                        : type.getGeneric(0).resolve());
    }
}
