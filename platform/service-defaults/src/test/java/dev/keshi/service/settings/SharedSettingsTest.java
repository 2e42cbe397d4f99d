package dev.keshi.service.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class SharedSettingsTest {

    private final StandardEnvironment environment = new StandardEnvironment();

    private void given(Map<String, Object> settings) {
        environment.getPropertySources().addFirst(new MapPropertySource("given", settings));
        new SharedSettings().postProcessEnvironment(environment, new SpringApplication());
    }

    private String bound(String name) {
        return Binder.get(environment).bind(name, String.class).orElse("");
    }

    @Test
    void whatIsGivenWinsOverWhatIsShared() {
        given(Map.of("server.shutdown", "immediate"));
        assertThat(bound("server.shutdown")).isEqualTo("immediate");
        assertThat(bound("spring.threads.virtual.enabled")).isEqualTo("true");
    }

    @Test
    void actuatorStandsTwentyAboveTheService() {
        given(Map.of("server.port", "8701"));
        assertThat(bound("management.server.port")).isEqualTo("8721");
        assertThat(bound("management.server.address")).isEqualTo("127.0.0.1");
    }

    @Test
    void filesOfSecretsAreReadLikeEnvironmentVariables(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("SPRING_MONGODB_URI"), "mongodb://secret\n");
        Files.writeString(folder.resolve("KESHI_CURSOR_KEY"), "abc");
        given(Map.of("KESHI_SECRETS", folder.toString()));
        assertThat(bound("spring.mongodb.uri")).isEqualTo("mongodb://secret");
        assertThat(environment.getProperty("keshi.cursor.key")).isEqualTo("abc");
    }
}
