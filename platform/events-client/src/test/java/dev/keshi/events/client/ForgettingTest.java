package dev.keshi.events.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a developer gets who does not think of repetitions: nothing that compiles. */
class ForgettingTest {

    private static final String STORE = "new JdbcSubscriberStore(database)";

    @TempDir
    Path classes;

    @Test
    void aSubscriptionThatRemembersCompiles() {
        assertThat(errors("EventSubscription.named(\"erp\").remembering(%s).on(DepartmentClosedV1.class, (e, tx) -> {})"
                        .formatted(STORE)))
                .isEmpty();
    }

    @Test
    void handlersCannotBeAddedBeforeItIsSaidWhatRemembers() {
        assertThat(errors("EventSubscription.named(\"erp\").on(DepartmentClosedV1.class, (e, tx) -> {})"))
                .singleElement()
                .asString()
                .contains("cannot find symbol")
                .contains("method on(");
    }

    @Test
    void aHandlerThatDoesNotTakeTheTransactionIsNone() {
        assertThat(errors("EventSubscription.named(\"erp\").remembering(%s).on(DepartmentClosedV1.class, e -> {})"
                        .formatted(STORE)))
                .singleElement()
                .asString()
                .contains("incompatible parameter types in lambda expression");
    }

    @Test
    void aClientIsNotStartedWithoutAStore() {
        assertThat(errors("EventClient.start(EventSubscription.named(\"erp\"), java.util.Map.of(), \"letters\")"))
                .singleElement()
                .asString()
                .contains("incompatible types");
    }

    private List<String> errors(String expression) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var found = new DiagnosticCollector<JavaFileObject>();
        var source = """
                import dev.keshi.contracts.org.*;
                import dev.keshi.events.client.*;
                import dev.keshi.events.client.jdbc.*;
                class Subscriber {
                    Object it(javax.sql.DataSource database) { return %s; }
                }
                """.formatted(expression);
        var file = new SimpleJavaFileObject(URI.create("string:///Subscriber.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        var options = List.of("-d", classes.toString(), "-proc:none", "-classpath", classPath());
        compiler.getTask(null, null, found, options, null, List.of(file)).call();
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == javax.tools.Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .toList();
    }

    private static String classPath() {
        return Stream.of(
                        EventSubscription.class,
                        dev.keshi.contracts.PublishedEvent.class,
                        org.jspecify.annotations.Nullable.class)
                .map(type -> Path.of(uri(type)).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static URI uri(Class<?> type) {
        return URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString());
    }
}
