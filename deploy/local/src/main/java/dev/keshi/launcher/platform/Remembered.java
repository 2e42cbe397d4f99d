package dev.keshi.launcher.platform;

import dev.keshi.infrastructure.process.StateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * What {@code up} was told and found, for the verbs that come after it.
 *
 * @param kafka bootstrap address
 * @param mongodb connection string without name and password
 */
record Remembered(PortBase ports, String kafka, String mongodb) {

    static Optional<Remembered> in(StateFolder state) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file(state))) {
            properties.load(reader);
        } catch (IOException none) {
            return Optional.empty();
        }
        return Optional.ofNullable(properties.getProperty("portBase"))
                .map(base -> new Remembered(
                        PortBase.of(base), properties.getProperty("kafka", ""), properties.getProperty("mongodb", "")));
    }

    void write(StateFolder state) {
        var properties = new Properties();
        properties.setProperty("portBase", Integer.toString(ports.number()));
        properties.setProperty("kafka", kafka);
        properties.setProperty("mongodb", mongodb);
        try (var writer = Files.newBufferedWriter(file(state))) {
            properties.store(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(StateFolder state) {
        return state.run("platform.properties");
    }
}
