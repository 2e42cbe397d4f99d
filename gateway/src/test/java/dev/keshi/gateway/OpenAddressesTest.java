package dev.keshi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What needs no login: one address, and not too often. */
@BeforeServices
class OpenAddressesTest {

    private static final String VERIFY = "/api/training/v1/certificates/verify/";

    @Autowired
    GatewayClient gateway;

    @Test
    void aCertificateIsVerifiedWithoutALoginAndNotTooOften() throws Exception {
        assertThat(gateway.send(gateway.open(VERIFY + "7Q4M")).statusCode()).isEqualTo(200);
        assertThat(gateway.training.last().header("X-Forwarded-For")).isEqualTo("127.0.0.1");
        assertThat(gateway.send(gateway.open(VERIFY + "7Q4M").header("Authorization", "Bearer abc"))
                        .statusCode())
                .isEqualTo(200);

        assertThat(gateway.send(gateway.open(VERIFY + "7Q4M").header("Accept", "text/html"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(gateway.training.last().header("Accept")).isEqualTo("text/html");

        // Two minutes at the most may lie in what follows, with five each.
        var answers = new ArrayList<Integer>();
        for (var time = 0; time < 11; time++) {
            var answer = gateway.send(gateway.open(VERIFY + time));
            answers.add(answer.statusCode());
            if (answer.statusCode() == 429) {
                GatewayClient.isProblem(answer, 429, "too-many-requests");
            }
        }

        assertThat(answers).contains(429);
        assertThat(gateway.send(gateway.as("person-1", "/api/org/v1/people")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatStandsBesideItNeedsALogin() throws Exception {
        for (var path : new String[] {
            "/api/training/v1/certificates",
            "/api/training/v1/certificates/7Q4M",
            "/api/training/v1/certificates/verify",
            VERIFY + "7Q4M/more",
            "/api/org/v1/certificates/verify/7Q4M"
        }) {
            GatewayClient.isProblem(gateway.send(gateway.open(path)), 401, "unauthenticated");
        }
        GatewayClient.isProblem(
                gateway.send(gateway.open(VERIFY + "7Q4M").POST(HttpRequest.BodyPublishers.noBody())),
                401,
                "unauthenticated");
    }
}
