package dev.keshi.contracts.pages;

import dev.keshi.contracts.EventDescriptor;
import dev.keshi.contracts.envelope.Header;
import dev.keshi.contracts.schema.Words;
import tools.jackson.databind.JsonNode;

/** One of the two languages that every page is in. */
enum Language {
    ENGLISH("_en", ".md", "description"),
    CHINESE("", ".zh-CN.md", "x-description-zh-CN");

    private final Words words;
    private final String ending;
    private final String description;

    Language(String suffix, String ending, String description) {
        this.words = Words.in(Language.class.getResource("pages" + suffix + ".properties"));
        this.ending = ending;
        this.description = description;
    }

    /** With {@code {0}}, {@code {1}}... replaced; braces with other contents stay. */
    String say(String line, Object... parts) {
        var text = words.require(line);
        for (var i = 0; i < parts.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(parts[i]));
        }
        return text;
    }

    String file(String name) {
        return name + ending;
    }

    Language other() {
        return this == ENGLISH ? CHINESE : ENGLISH;
    }

    String of(JsonNode schema) {
        return schema.path(description).asString("");
    }

    String of(EventDescriptor event) {
        return this == ENGLISH ? event.en() : event.zh();
    }

    String of(Header header) {
        return this == ENGLISH ? header.english() : header.chinese();
    }
}
