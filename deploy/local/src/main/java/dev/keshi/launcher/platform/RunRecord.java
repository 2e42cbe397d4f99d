package dev.keshi.launcher.platform;

import dev.keshi.infrastructure.process.Port;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/** What is worth knowing of a service that was started: which build, on which port, and after how long it was ready. */
record RunRecord(String program, int port, long startMillis) {

    static RunRecord read(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return new RunRecord(
                    properties.getProperty("program", ""),
                    Integer.parseInt(properties.getProperty("port", "0")),
                    Long.parseLong(properties.getProperty("startMillis", "0")));
        } catch (IOException | IllegalArgumentException unknown) {
            return new RunRecord("", 0, 0);
        }
    }

    void write(Path file) {
        var properties = new Properties();
        properties.setProperty("program", program);
        properties.setProperty("port", Integer.toString(port));
        properties.setProperty("startMillis", Long.toString(startMillis));
        try (var writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RunRecord after(Duration took) {
        return new RunRecord(program, port, took.toMillis());
    }

    boolean matches(Program other, Port port) {
        return program.equals(other.folder().toString()) && this.port == port.number();
    }

    Duration startTook() {
        return Duration.ofMillis(startMillis);
    }
}
