package dev.keshi.test.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether the OpenAPI document says in both languages what each field of a request means: {@code Request.field} in
 * {@code operations.properties} and {@code operations_en.properties} beside the controller that takes it. A request is a record beside its
 * controller, with the records it is made of.
 */
public final class RequestFieldWords {

    private static final String WEB = "org.springframework.web.bind.annotation.";

    private RequestFieldWords() {}

    /**
     * @param root package of the service
     * @throws AssertionError that names every field without words, and when there are no requests at all
     */
    public static void check(String root) {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        if (requests(classes).isEmpty()) {
            throw new AssertionError("there are no requests in " + root);
        }
        var missing = missing(classes);
        if (!missing.isEmpty()) {
            throw new AssertionError(String.join("\n", missing));
        }
    }

    static List<String> missing(JavaClasses classes) {
        return requests(classes).stream()
                .flatMap(request -> Arrays.stream(request.getRecordComponents()))
                .flatMap(RequestFieldWords::missing)
                .sorted()
                .toList();
    }

    private static Stream<String> missing(RecordComponent field) {
        var request = field.getDeclaringRecord();
        String key = request.getSimpleName() + '.' + field.getName();
        String folder = request.getPackageName().replace('.', '/') + '/';
        return OperationDescriptions.FILES.stream()
                .filter(file -> OperationDescriptions.words(folder + file)
                        .getProperty(key, "")
                        .isBlank())
                .map(file -> "no words in %s: %s".formatted(folder + file, key));
    }

    private static Set<Class<?>> requests(JavaClasses classes) {
        var requests = new LinkedHashSet<Class<?>>();
        classes.stream()
                .filter(type -> type.isAnnotatedWith(WEB + "RestController"))
                .map(JavaClass::reflect)
                .flatMap(controller -> Arrays.stream(controller.getDeclaredMethods()))
                .flatMap(operation -> Arrays.stream(operation.getParameters()))
                .filter(parameter -> Arrays.stream(parameter.getAnnotations())
                        .anyMatch(one -> one.annotationType().getName().equals(WEB + "RequestBody")))
                .forEach(parameter -> add(
                        parameter.getParameterizedType(),
                        parameter.getDeclaringExecutable().getDeclaringClass().getPackage(),
                        requests));
        return requests;
    }

    private static void add(Type type, Package beside, Set<Class<?>> requests) {
        if (type instanceof ParameterizedType several) {
            Arrays.stream(several.getActualTypeArguments()).forEach(one -> add(one, beside, requests));
        } else if (type instanceof Class<?> one
                && one.isRecord()
                && one.getPackage().equals(beside)
                && requests.add(one)) {
            Arrays.stream(one.getRecordComponents()).forEach(field -> add(field.getGenericType(), beside, requests));
        }
    }
}
