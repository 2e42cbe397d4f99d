package dev.keshi.contracts.schema;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file of words in one language. */
public final class Words {

    private final Properties lines = new Properties();

    private Words() {}

    /** @param file null: nobody has written it yet */
    public static Words in(@Nullable URL file) {
        var words = new Words();
        if (file != null) {
            try (var reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
                words.lines.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return words;
    }

    public Optional<String> find(String line) {
        return Optional.ofNullable(lines.getProperty(line)).filter(text -> !text.isBlank());
    }

    public String require(String line) {
        return find(line).orElseThrow(() -> new IllegalStateException("Nobody has said what " + line + " means"));
    }

    public Set<String> lines() {
        return lines.stringPropertyNames();
    }
}
