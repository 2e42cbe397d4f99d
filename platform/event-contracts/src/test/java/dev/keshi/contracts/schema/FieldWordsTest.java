package dev.keshi.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.EventCatalogue;
import dev.keshi.contracts.EventDescriptor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FieldWordsTest {

    @ParameterizedTest
    @EnumSource
    void everyFieldOfEveryEventIsDescribed(FieldWords language) {
        assertThat(records().stream()
                        .flatMap(record -> Stream.of(record.getRecordComponents())
                                .filter(field ->
                                        language.of(record, field.getName()).isEmpty())
                                .map(field -> record.getName() + "." + field.getName())))
                .as("Fields that %s beside their record says nothing about", language.file())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void noLineDescribesWhatIsNotThere(FieldWords language) {
        var byPackage = records().stream().collect(Collectors.groupingBy(Class::getPackageName));
        byPackage.forEach((name, records) -> {
            var used = new TreeSet<String>();
            records.forEach(record -> Stream.of(record.getRecordComponents())
                    .forEach(field -> used.add(language.line(record, field.getName()))));
            assertThat(language.lines(records.getFirst()))
                    .as("%s of %s", language.file(), name)
                    .isSubsetOf(used);
        });
    }

    @Test
    void bothLanguagesDescribeTheSameLines() {
        records()
                .forEach(record ->
                        assertThat(FieldWords.CHINESE.lines(record)).isEqualTo(FieldWords.ENGLISH.lines(record)));
    }

    @Test
    void eachLanguageIsWhatItSaysItIs() {
        records()
                .forEach(record -> Stream.of(record.getRecordComponents()).forEach(field -> {
                    assertThat(FieldWords.ENGLISH.of(record, field.getName()).orElseThrow())
                            .endsWith(".")
                            .doesNotContainPattern("\\p{IsHan}");
                    assertThat(FieldWords.CHINESE.of(record, field.getName()).orElseThrow())
                            .endsWith("。")
                            .containsPattern("\\p{IsHan}");
                }));
    }

    @Test
    void aFieldNobodyDescribedIsFound() {
        assertThat(FieldWords.ENGLISH.of(Undescribed.class, "something")).isEmpty();
    }

    private static Set<Class<?>> records() {
        var records = new LinkedHashSet<Class<?>>();
        EventCatalogue.all().stream().map(EventDescriptor::record).forEach(record -> collect(record, records));
        return records;
    }

    private static void collect(Type type, Set<Class<?>> records) {
        if (type instanceof ParameterizedType list) {
            collect(list.getActualTypeArguments()[0], records);
        } else if (type instanceof Class<?> record && record.isRecord() && records.add(record)) {
            Stream.of(record.getRecordComponents()).forEach(field -> collect(field.getGenericType(), records));
        }
    }

    record Undescribed(String something) {}
}
