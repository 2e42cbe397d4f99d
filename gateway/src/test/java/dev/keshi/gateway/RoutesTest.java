package dev.keshi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Where a request goes, and with what. */
@BeforeServices
class RoutesTest {

    @Autowired
    GatewayClient gateway;

    @Test
    void aRequestReachesItsServiceUnchangedWithItsToken() throws Exception {
        var token = "Bearer " + gateway.tokens.of("person-1", "EMPLOYEE");
        var response = gateway.send(gateway.open("/api/org/v1/people?name=%E6%9D%8E&limit=5")
                .header("Authorization", token)
                .header("Idempotency-Key", "k")
                .header("If-Match", "\"3\"")
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString("{}")));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("bytes 2");
        assertThat(response.headers().allValues("X-Frame-Options")).containsExactly("SAMEORIGIN");
        var seen = gateway.org.last();
        assertThat(seen.method()).isEqualTo("PATCH");
        assertThat(seen.uri().toString()).isEqualTo("/api/org/v1/people?name=%E6%9D%8E&limit=5");
        assertThat(seen.header("Authorization")).isEqualTo(token);
        assertThat(seen.header("Idempotency-Key")).isEqualTo("k");
        assertThat(seen.header("If-Match")).isEqualTo("\"3\"");
        assertThat(seen.header("Accept-Language")).isEqualTo("en");
        assertThat(Integer.parseInt(seen.header("X-Keshi-Deadline"))).isBetween(1, 2000);
    }

    @Test
    void eachServiceHasItsPathsAndNoOther() throws Exception {
        gateway.send(gateway.as("person-1", "/api/workflow/v1/tasks"));
        assertThat(gateway.workflow.last().uri().getPath()).isEqualTo("/api/workflow/v1/tasks");
        for (var path : new String[] {"/api/org/v2/people", "/api/finance/v1/x", "/api/org", "/scim/v2/Users"}) {
            GatewayClient.isProblem(gateway.send(gateway.as("person-1", path)), 404, "not-found");
        }
        for (var path : new String[] {
            "/actuator/health", "/v3/api-docs", "/swagger-ui.html", "/anything", "/webjars/swagger-ui/x"
        }) {
            GatewayClient.isProblem(gateway.send(gateway.as("person-1", path)), 404, "not-found");
            GatewayClient.isProblem(gateway.send(gateway.open(path)), 404, "not-found");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.well-known/openid-configuration",
                "/oauth2/authorize?client_id=keshi-console",
                "/oauth2/token",
                "/login",
                "/logout",
                "/account/password",
                "/account/invitations/x"
            })
    void identityIsReachedWithoutATokenAndKeepsItsCookies(String path) throws Exception {
        var response = gateway.send(gateway.open(path).header("Cookie", "KESHI_SESSION=abc"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(gateway.org.last().uri().toString()).isEqualTo(path);
        assertThat(gateway.org.last().header("Cookie")).isEqualTo("KESHI_SESSION=abc");
        assertThat(gateway.org.last().header("X-Forwarded-Host")).isEqualTo("127.0.0.1:8700");
    }

    @Test
    void theTraceGoesThroughToTheService() throws Exception {
        gateway.send(gateway.as("person-1", "/api/org/v1/people")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
        assertThat(gateway.org.last().header("traceparent")).startsWith("00-0af7651916cd43dd8448eb211c80319c-");
        var refused = gateway.send(gateway.as("person-1", "/api/nothing/v1/x")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
        assertThat(GatewayClient.isProblem(refused, 404, "not-found")
                        .path("traceId")
                        .asString())
                .isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }

    /** A defect of reactor-netty 1.3.7: what was sent while the answer before was on its way stopped all reading. */
    @Test
    void aConnectionThatIsKeptIsReadForAsLongAsItIsOpen() throws Exception {
        var delayed = "GET /api/org/v1/people HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
                + gateway.tokens.of("person-1") + "\r\n\r\n";
        var immediate = "GET /api/org/v1/people HTTP/1.1\r\nHost: a\r\n\r\n";
        try (var socket = new Socket("127.0.0.1", gateway.port())) {
            socket.setSoTimeout(5_000);
            var out = socket.getOutputStream();
            var in = socket.getInputStream();
            for (var i = 0; i < 20; i++) {
                out.write((delayed + immediate).getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
                assertThat(answer(in)).startsWith("HTTP/1.1 200");
                assertThat(answer(in)).startsWith("HTTP/1.1 401");
            }
        }
    }

    private static String answer(InputStream in) throws IOException {
        var status = GatewayClient.line(in);
        var length = 0;
        for (var header = GatewayClient.line(in).strip();
                !header.isEmpty();
                header = GatewayClient.line(in).strip()) {
            if (header.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        in.readNBytes(length);
        return status;
    }
}
