package dev.keshi.contracts;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What must be there in a record, and in the records and lists within it. Prepared once for each record, because every event that anybody
 * receives is held against it.
 */
final class Completeness {

    private final List<Part> parts = new ArrayList<>();

    private Completeness(Class<?> record, Map<Class<?>, Completeness> known) {
        known.put(record, this);
        for (var component : record.getRecordComponents()) {
            var rule = Rule.of(component.getAnnotatedType(), known);
            if (rule.asksForSomething()) {
                parts.add(new Part(component.getName(), accessor(component), rule));
            }
        }
    }

    static Completeness of(Class<?> record) {
        return new Completeness(record, new HashMap<>());
    }

    /** @return the path of the first value that is missing, {@code ranges[0].key}; null when none is */
    @Nullable
    String missingIn(Object record) {
        for (var part : parts) {
            var missing = part.rule().missingIn(read(part.accessor(), record), part.name());
            if (missing != null) {
                return missing;
            }
        }
        return null;
    }

    /** Reads one component of a record, whatever record it is. */
    static MethodHandle accessor(RecordComponent component) {
        try {
            return MethodHandles.lookup()
                    .unreflect(component.getAccessor())
                    .asType(MethodType.methodType(Object.class, Object.class));
        } catch (IllegalAccessException hidden) {
            throw new IllegalArgumentException(component + " cannot be read", hidden);
        }
    }

    static @Nullable Object read(MethodHandle accessor, Object record) {
        try {
            return (Object) accessor.invokeExact(record);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record Part(String name, MethodHandle accessor, Rule rule) {}

    /**
     * @param required whether the value itself must be there
     * @param within what its own components must be; absent when it is no record
     * @param elements what the elements of a list must be; absent when it is none
     */
    private record Rule(
            boolean required,
            @Nullable Completeness within,
            @Nullable Rule elements) {

        static Rule of(AnnotatedType annotated, Map<Class<?>, Completeness> known) {
            boolean required = !annotated.isAnnotationPresent(Nullable.class);
            return switch (annotated.getType()) {
                case Class<?> type when type.isPrimitive() -> new Rule(false, null, null);
                case Class<?> type
                when type.isRecord() -> {
                    var before = known.get(type);
                    yield new Rule(required, before == null ? new Completeness(type, known) : before, null);
                }
                default -> new Rule(required, null, elements(annotated, known));
            };
        }

        private static @Nullable Rule elements(AnnotatedType annotated, Map<Class<?>, Completeness> known) {
            return annotated instanceof AnnotatedParameterizedType list && isList(list)
                    ? of(list.getAnnotatedActualTypeArguments()[0], known)
                    : null;
        }

        private static boolean isList(AnnotatedParameterizedType annotated) {
            return annotated.getType() instanceof java.lang.reflect.ParameterizedType type
                    && type.getRawType() == List.class;
        }

        boolean asksForSomething() {
            return required || within != null || elements != null;
        }

        @Nullable
        String missingIn(@Nullable Object value, String path) {
            if (value == null) {
                return required ? path : null;
            }
            if (within != null) {
                var missing = within.missingIn(value);
                return missing == null ? null : path + "." + missing;
            }
            return elements != null && value instanceof List<?> list ? missingIn(list, elements, path) : null;
        }

        private static @Nullable String missingIn(List<?> list, Rule elements, String path) {
            for (int i = 0; i < list.size(); i++) {
                var missing = elements.missingIn(list.get(i), "");
                if (missing != null) {
                    return path + "[" + i + "]" + missing;
                }
            }
            return null;
        }
    }
}
