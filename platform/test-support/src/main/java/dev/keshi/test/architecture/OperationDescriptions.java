package dev.keshi.test.architecture;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whether the OpenAPI document tells the truth about each operation: it has a summary in both languages, in
 * {@code operations.properties} and {@code operations_en.properties} beside its controller, and no success is documented that its code
 * cannot answer. Controllers that do not stand in a {@code web} package make pages, which are no interfaces.
 */
final class OperationDescriptions {

    private static final String WEB = "org.springframework.web.bind.annotation.";
    private static final String DOCUMENTED = "io.swagger.v3.oas.annotations.responses.ApiResponse";
    static final List<String> FILES = List.of("operations.properties", "operations_en.properties");
    private static final Map<String, Integer> STATUSES =
            Map.of("OK", 200, "CREATED", 201, "ACCEPTED", 202, "NO_CONTENT", 204);

    private OperationDescriptions() {}

    static List<String> violations(JavaClasses classes) {
        return classes.stream()
                .filter(type -> type.isAnnotatedWith(WEB + "RestController"))
                .filter(type -> type.getPackageName().endsWith(".web"))
                .flatMap(type -> type.getMethods().stream())
                .filter(OperationDescriptions::isOperation)
                .flatMap(operation -> Stream.concat(missingSummaries(operation), wrongStatuses(operation)))
                .sorted()
                .toList();
    }

    private static boolean isOperation(JavaMethod method) {
        return method.isAnnotatedWith(WEB + "RequestMapping") || method.isMetaAnnotatedWith(WEB + "RequestMapping");
    }

    private static Stream<String> missingSummaries(JavaMethod operation) {
        JavaClass controller = operation.getOwner();
        String key = controller.getSimpleName() + '.' + operation.getName();
        String folder = controller.getPackageName().replace('.', '/') + '/';
        return FILES.stream()
                .filter(file -> words(folder + file).getProperty(key, "").isBlank())
                .map(file -> "no summary in %s: %s".formatted(folder + file, key));
    }

    private static Stream<String> wrongStatuses(JavaMethod operation) {
        Set<Integer> documented = documented(operation);
        Set<Integer> answered = AnsweredStatuses.of(operation, STATUSES);
        boolean right = answered.containsAll(documented) && (answered.size() > 1 || documented.size() == 1);
        return right
                ? Stream.empty()
                : Stream.of("%s documents %s and answers %s".formatted(operation.getFullName(), documented, answered));
    }

    private static Set<Integer> documented(JavaMethod operation) {
        var statuses = new TreeSet<Integer>();
        for (JavaAnnotation<JavaMethod> annotation : operation.getAnnotations()) {
            String name = annotation.getRawType().getName();
            if (name.equals(WEB + "ResponseStatus")) {
                Stream.of("value", "code")
                        .map(property ->
                                ((JavaEnumConstant) annotation.get(property).orElseThrow()).name())
                        .map(STATUSES::get)
                        .forEach(status -> addSuccess(statuses, status));
            } else if (name.equals(DOCUMENTED)) {
                addSuccess(statuses, code(annotation));
            } else if (name.equals(DOCUMENTED + "s")) {
                Arrays.stream((JavaAnnotation<?>[]) annotation.get("value").orElseThrow())
                        .forEach(one -> addSuccess(statuses, code(one)));
            }
        }
        return statuses.isEmpty() ? Set.of(200) : statuses;
    }

    private static void addSuccess(Set<Integer> statuses, Integer status) {
        if (status != null && status < 300) {
            statuses.add(status);
        }
    }

    private static Integer code(JavaAnnotation<?> annotation) {
        return Integer.valueOf((String) annotation.get("responseCode").orElseThrow());
    }

    static Properties words(String file) {
        var words = new Properties();
        try (var bytes = OperationDescriptions.class.getClassLoader().getResourceAsStream(file)) {
            if (bytes != null) {
                words.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            }
            return words;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
