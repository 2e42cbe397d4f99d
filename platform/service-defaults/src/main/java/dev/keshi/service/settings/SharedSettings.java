package dev.keshi.service.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * Adds {@code service-defaults.properties} below everything else, and the files of the secrets folder
 * ({@code KESHI_SECRETS}, else {@code /run/secrets/keshi}) as if each were an environment variable of the same name.
 */
public final class SharedSettings implements EnvironmentPostProcessor, Ordered {

    private static final String SECRETS_FOLDER = "/run/secrets/keshi";

    /** The suffix makes the binder read the names as it reads environment variables. */
    private static final String SECRETS = "keshiSecrets-" + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var settings = shared();
        settings.putAll(actuatorPort(environment));
        DefaultPropertiesPropertySource.addOrMerge(settings, environment.getPropertySources());
        var folder = Path.of(Objects.requireNonNullElse(environment.getProperty("KESHI_SECRETS"), SECRETS_FOLDER));
        var secrets = Files.isDirectory(folder) ? read(folder) : Map.<String, Object>of();
        if (!secrets.isEmpty()) {
            environment
                    .getPropertySources()
                    .addAfter(
                            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                            new SystemEnvironmentPropertySource(SECRETS, secrets));
        }
    }

    private static LinkedHashMap<String, Object> shared() {
        try {
            var properties = PropertiesLoaderUtils.loadProperties(
                    new ClassPathResource("service-defaults.properties", SharedSettings.class));
            var settings = new LinkedHashMap<String, Object>();
            properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Actuator listens on a port of its own, on the loopback address: 20 above the service's, unless told otherwise. */
    private static Map<String, Object> actuatorPort(ConfigurableEnvironment environment) {
        var own = environment.getProperty("management.server.port");
        var port = environment.getProperty("server.port", Integer.class, 0);
        if (own == null && port <= 0) {
            return Map.of();
        }
        return Map.of(
                "management.server.address",
                "127.0.0.1",
                "management.server.port",
                own == null ? Integer.toString(port + 20) : own);
    }

    private static Map<String, Object> read(Path folder) {
        var secrets = new LinkedHashMap<String, Object>();
        try (var files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            for (var file : files) {
                secrets.put(
                        String.valueOf(file.getFileName()),
                        Files.readString(file).strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The secrets in " + folder + " cannot be read", e);
        }
        return secrets;
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER - 1;
    }
}
