package dev.keshi.org.identity.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class PageTextsTest {

    /** The files themselves: a bundle would answer with the Chinese words for a key that its own file lacks. */
    @Test
    void everyWordOfThePagesIsThereInBothLanguages() throws IOException {
        var chinese = file("pages.properties");
        var english = file("pages_en.properties");

        assertThat(chinese).isNotEmpty();
        assertThat(english.keySet()).isEqualTo(chinese.keySet());
        assertThat(english.values()).noneMatch(words -> String.valueOf(words).isBlank());
    }

    private static Properties file(String name) throws IOException {
        var words = new Properties();
        try (var file = new InputStreamReader(Pages.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            words.load(file);
        }
        return words;
    }
}
