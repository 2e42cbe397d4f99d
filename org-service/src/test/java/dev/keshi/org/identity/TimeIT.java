package dev.keshi.org.identity;

import static dev.keshi.org.identity.Administration.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.org.MovableClock;
import dev.keshi.org.identity.signing.SigningKeys;
import dev.keshi.test.Eventually;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealKafka;
import dev.keshi.test.infrastructure.RealMongo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What ends by time. */
@RealInfrastructure(ownDatabase = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimeIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Replica replica;
    private MovableClock clock;
    private Administration administration;

    @Configuration(proxyBeanMethods = false)
    static class Time {
        @Bean
        MovableClock clock() {
            return new MovableClock();
        }
    }

    @BeforeAll
    void start(RealMongo mongo, RealKafka kafka, @TempDir Path folder) throws IOException {
        var file = folder.resolve("first-administrator");
        replica = Replica.start(
                mongo,
                kafka,
                file,
                Map.of("keshi.accounts.attempts", "3", "keshi.accounts.lock-out", "1s"),
                Time.class);
        clock = replica.bean(MovableClock.class);
        administration = Administration.begin(replica, file);
    }

    @AfterAll
    void stop() {
        replica.close();
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void aSessionEndsWhenItIsNotUsedAndInAnyCaseAfterTwelveHours() {
        administration.invited("ann");
        var idle = signedIn("ann");
        clock.forward(Duration.ofMinutes(29));
        assertThat(stillSignedIn(idle)).isTrue();
        clock.forward(Duration.ofMinutes(31));
        assertThat(stillSignedIn(idle)).isFalse();

        clock.reset();
        var busy = signedIn("ann");
        for (int request = 0; request < 24; request++) {
            assertThat(stillSignedIn(busy)).isTrue();
            clock.forward(Duration.ofMinutes(29));
        }
        clock.forward(Duration.ofMinutes(25));
        assertThat(stillSignedIn(busy)).isFalse();
    }

    @Test
    void aLinkEndsAfterSevenDays() {
        var token = administration.invitation(administration.accountOf("bob"));
        clock.forward(Duration.ofDays(7));
        assertThat(new Browser()
                        .get(replica, "/account/invitation?token=" + token)
                        .status())
                .isEqualTo(410);
    }

    @Test
    void aLockOutEndsByItself() {
        administration.invited("cid");
        for (int attempt = 0; attempt < 3; attempt++) {
            Console.signIn(new Browser(), replica, "cid", "wrong");
        }
        assertThat(Console.signIn(new Browser(), replica, "cid", PASSWORD).location())
                .isEqualTo("/login?failed");
        Eventually.holds(() -> Console.signIn(new Browser(), replica, "cid", PASSWORD)
                .location()
                .equals("/"));
    }

    @Test
    void aKeyIsShownADayBeforeItSigns() {
        administration.invited("dee");
        var keys = replica.bean(SigningKeys.class);
        assertThat(kidOf("dee")).isEqualTo("key-1");

        clock.forward(Duration.ofDays(29));
        keys.lookAfter();
        assertThat(shownKeys()).isEqualTo(List.of("key-1", "key-2"));
        assertThat(kidOf("dee")).isEqualTo("key-1");

        clock.forward(Duration.ofDays(1));
        assertThat(kidOf("dee")).isEqualTo("key-2");
        clock.forward(Duration.ofDays(3));
        assertThat(shownKeys()).isEqualTo(List.of("key-2"));
    }

    @Test
    void anExpiredCodeIsRefused(RealMongo mongo, RealKafka kafka, @TempDir Path folder) {
        administration.invited("eli");
        try (var hasty =
                Replica.start(mongo, kafka, folder.resolve("none"), Map.of("keshi.identity.code-lifetime", "1s"))) {
            var browser = new Browser();
            browser.get(hasty, Console.authorize(Console.request()));
            var back = Console.signIn(browser, hasty, "eli", PASSWORD);
            var code = browser.get(hasty, back.location()).parameter("code").orElseThrow();
            var end = Instant.now().plusSeconds(1);
            Eventually.holds(() -> Instant.now().isAfter(end));
            assertThat(browser.post(hasty, "/oauth2/token", Console.exchange(code))
                            .body())
                    .contains("invalid_grant");
            assertThat(folder.resolve("none")).doesNotExist();
        }
    }

    private boolean stillSignedIn(Browser browser) {
        var silent = Console.request();
        silent.put("prompt", "none");
        return browser.get(replica, Console.authorize(silent)).parameter("code").isPresent();
    }

    private Browser signedIn(String name) {
        var browser = new Browser();
        assertThat(Console.signIn(browser, replica, name, PASSWORD).location()).isEqualTo("/");
        return browser;
    }

    private String kidOf(String name) {
        return Console.header(Console.accessToken(replica, name, PASSWORD))
                .get("kid")
                .asString();
    }

    private List<String> shownKeys() {
        return JSON.readTree(new Browser().get(replica, "/oauth2/jwks").body())
                .get("keys")
                .valueStream()
                .map(key -> key.get("kid").asString())
                .sorted()
                .toList();
    }
}
