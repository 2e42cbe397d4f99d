package dev.keshi.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every operation below {@code /operations} that there is, for everybody who is no administrator. */
@RunningService
class OperationsAccessIT {

    private static final String ROOT = "/api/notification/v1/operations";

    /** Good ones, so that nothing but the role is refused. */
    private static final Map<String, String> BODIES =
            Map.of("/parked-keys/x/discard", Operations.discard(0, 0), "/rebuilds", "{\"subscription\":\"inbox\"}");

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private record Operation(String method, String path) {}

    @Test
    void onlyAdministratorsSeeAndDoAnything() {
        var all = operations().toList();

        assertThat(all)
                .contains(
                        new Operation("GET", "/lag"),
                        new Operation("GET", "/parked-keys"),
                        new Operation("GET", "/parked-keys/x/dead-letters"),
                        new Operation("POST", "/parked-keys/x/redrive"),
                        new Operation("POST", "/parked-keys/x/discard"),
                        new Operation("POST", "/parked-keys/redrive"),
                        new Operation("GET", "/read-models"),
                        new Operation("POST", "/rebuilds"),
                        new Operation("GET", "/rebuilds/x"));
        for (var roles : List.of(
                List.<String>of(),
                List.of("EMPLOYEE"),
                List.of("HR"),
                List.of("AUDITOR"),
                List.of("INTEGRATION"),
                List.of("EMPLOYEE", "HR", "AUDITOR", "INTEGRATION"))) {
            var somebody = Operations.of(port, "p-curious", roles.toArray(String[]::new));
            assertThat(all)
                    .allSatisfy(operation -> assertThat(status(somebody, operation))
                            .as("%s as %s", operation, roles)
                            .isEqualTo(403));
        }
        var stranger = new Operations(port, "forged");
        assertThat(all)
                .allSatisfy(operation -> assertThat(status(stranger, operation))
                        .as("%s", operation)
                        .isEqualTo(401));
    }

    private static int status(Operations who, Operation operation) {
        var body = operation.method().equals("GET") ? "" : BODIES.getOrDefault(operation.path(), "{}");
        return who.ask(operation.method(), operation.path(), body).statusCode();
    }

    private Stream<Operation> operations() {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith(ROOT))
                        .map(pattern -> pattern.substring(ROOT.length()).replaceAll("\\{[^}]+}", "x"))
                        .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> new Operation(method.name(), path))));
    }
}
