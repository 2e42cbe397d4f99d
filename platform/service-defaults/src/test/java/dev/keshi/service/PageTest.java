package dev.keshi.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.keshi.test.TestTokens;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class PageTest {

    @Autowired
    MockMvcTester http;

    @Autowired
    TestTokens tokens;

    private MvcTestResult list(String query) {
        return http.get()
                .uri("/api/test/v1/parcels" + query)
                .header("Authorization", "Bearer " + tokens.of("person-1"))
                .exchange();
    }

    private static String cursor(MvcTestResult page) throws Exception {
        return JsonPath.read(page.getResponse().getContentAsString(), "$.nextCursor");
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrOverlap() throws Exception {
        var seen = new ArrayList<Integer>();
        var page = list("?limit=20");
        while (true) {
            List<Integer> items = JsonPath.read(page.getResponse().getContentAsString(), "$.items");
            seen.addAll(items);
            var next = cursor(page);
            if (next == null) {
                break;
            }
            page = list("?limit=20&cursor=" + next);
        }
        assertThat(seen).hasSize(45).isSorted().doesNotHaveDuplicates();
        assertThat(list("")).bodyJson().extractingPath("$.items").asArray().hasSize(20);
    }

    @Test
    void aCursorHoldsForItsListAlone() throws Exception {
        var cursor = cursor(list("?colour=red&limit=5"));
        assertThat(list("?limit=7&cursor=" + cursor + "&colour=red")).hasStatusOk();
        for (var query : List.of("?cursor=" + cursor, "?colour=blue&cursor=" + cursor)) {
            assertThat(list(query))
                    .hasStatus(400)
                    .bodyJson()
                    .extractingPath("$.code")
                    .isEqualTo("invalid-cursor");
        }
    }

    @Test
    void aForgedCursorIsRefused() throws Exception {
        var cursor = cursor(list("?limit=5"));
        for (var i = 0; i < cursor.length(); i++) {
            var forged = new StringBuilder(cursor);
            forged.setCharAt(i, forged.charAt(i) == 'A' ? 'Q' : 'A');
            assertThat(list("?cursor=" + forged)).hasStatus(400);
        }
        for (var forged : List.of("", "A", "%20", "AAAA", cursor + "AAAA", cursor.substring(4), "x".repeat(5000))) {
            assertThat(list("?cursor=" + forged)).hasStatus(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101", "abc", "1.5", "", "99999999999"})
    void theLimitIsWithinBounds(String limit) {
        assertThat(list("?limit=" + limit))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].parameter")
                .isEqualTo("limit");
    }
}
