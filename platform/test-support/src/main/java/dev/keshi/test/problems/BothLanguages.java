package dev.keshi.test.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The same refusal as a reader of Chinese and a reader of English get it. */
public final class BothLanguages {

    private BothLanguages() {}

    /**
     * Fails unless both are of one type and code, and each speaks its own language wherever a person reads.
     *
     * @param what was asked, for the message
     * @return the type
     */
    public static String say(Object what, String status, String code, JsonNode chinese, JsonNode english) {
        assertThat(english.get("code").asString()).as(what.toString()).isEqualTo(code);
        assertThat(english.get("status").asString()).as(what.toString()).isEqualTo(status);
        assertThat(chinese.get("type")).as(what.toString()).isEqualTo(english.get("type"));
        assertThat(said(chinese)).as(what.toString()).allMatch(text -> text.matches("(?Us).*\\p{IsHan}.*"));
        assertThat(said(english)).as(what.toString()).noneMatch(text -> text.matches("(?Us).*\\p{IsHan}.*"));
        return english.get("type").asString();
    }

    private static List<String> said(JsonNode problem) {
        var said = new ArrayList<>(List.of(problem.get("title").asString()));
        problem.path("errors").forEach(one -> said.add(one.path("message").asString("")));
        return said;
    }
}
