package dev.keshi.contracts.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.ContractFiles;
import dev.keshi.contracts.EventCatalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EventPagesTest {

    private static final Path FOLDER = Path.of("../../docs/events");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]*)(#[^)]*)?\\)");

    private static final Map<String, String> pages = new ContractFiles().pages();

    @TestFactory
    Stream<DynamicTest> everyLinkLeadsSomewhere() {
        return pages.entrySet().stream()
                .map(page -> DynamicTest.dynamicTest(
                        page.getKey(),
                        () -> LINK.matcher(page.getValue())
                                .results()
                                .filter(link -> !link.group(1).startsWith("https://"))
                                .forEach(link -> {
                                    var file = link.group(1).isEmpty() ? page.getKey() : link.group(1);
                                    assertThat(pages.containsKey(file) || Files.exists(FOLDER.resolve(file)))
                                            .as(file)
                                            .isTrue();
                                    if (link.group(2) != null && pages.containsKey(file)) {
                                        assertThat(pages.get(file)
                                                        .lines()
                                                        .filter(line -> line.startsWith("## "))
                                                        .map(EventPagesTest::anchor))
                                                .contains(link.group(2));
                                    }
                                })));
    }

    @Test
    void everyTypeHasASectionInBothLanguagesWithItsFieldsKeyOwnerAndExample() {
        for (var event : EventCatalogue.all()) {
            for (var language : Language.values()) {
                var page = pages.get(language.file(event.topic()));
                var begin = page.indexOf("\n## " + event.type() + "\n");
                var end = page.indexOf("\n## ", begin + 1);
                assertThat(page.substring(begin, end < 0 ? page.length() : end))
                        .contains(language.of(event), "`" + event.key() + "`", "```json", "0.1.0")
                        .contains(Stream.of(event.record().getRecordComponents())
                                .map(field -> "| `" + field.getName() + "` | ")
                                .toList());
            }
        }
    }

    @Test
    void noEnglishPageIsChineseAndNoChinesePageLacksWords() {
        assertThat(pages).allSatisfy((name, page) -> {
            var tables = page.lines().filter(line -> line.startsWith("|")).toList();
            if (name.endsWith(".zh-CN.md")) {
                assertThat(tables.stream().filter(line -> !line.startsWith("|---")))
                        .allSatisfy(line -> assertThat(line).containsPattern("\\p{IsHan}"));
            } else {
                assertThat(tables)
                        .noneMatch(line ->
                                Pattern.compile("\\p{IsHan}").matcher(line).find());
            }
        });
    }

    /** As GitHub makes them. */
    private static String anchor(String heading) {
        return "#"
                + heading.substring(3)
                        .toLowerCase(java.util.Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} -]", "")
                        .replace(' ', '-');
    }
}
