package dev.keshi.service.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.test.architecture.ProblemWords;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommonProblemTest {

    private final ProblemWords words = ProblemWords.of("dev.keshi.service");

    @Test
    void everyCommonCodeHasWordsInBothLanguages() throws Exception {
        var codes = new ArrayList<>(List.of(
                "unknown-field",
                "wrong-type",
                "invalid-value",
                "required",
                "size",
                "pattern",
                "minimum",
                "maximum",
                "invalid-idempotency-key",
                "invalid-if-match"));
        for (var method : CommonProblem.class.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers()) && !method.getName().equals("ofStatus")) {
                var args = List.of(method.getParameterTypes()).stream()
                        .<Object>map(type -> type == long.class ? 1L : type == List.class ? List.of() : Set.of("GET"))
                        .toArray();
                codes.add(((Problem) method.invoke(null, args)).code());
            }
        }
        assertThat(codes).hasSizeGreaterThan(35);
        assertThat(words.missing(codes)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | en",
                "en-US,en;q=0.9,zh-CN;q=0.8 | en",
                "zh-TW | zh-CN",
                "fr | zh-CN",
                "fr,en;q=0.1 | en",
                "en;q=0,zh | zh-CN",
                "*;q=x | zh-CN",
                "'' | zh-CN",
            })
    void chineseUnlessEnglishIsPreferred(String header, String language) {
        assertThat(Languages.preferred(header)).isEqualTo(Locale.forLanguageTag(language));
    }
}
