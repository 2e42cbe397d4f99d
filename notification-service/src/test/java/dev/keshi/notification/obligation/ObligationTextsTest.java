package dev.keshi.notification.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.performance.AppraisalInterviewHeldV1;
import dev.keshi.service.problem.Languages;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ObligationTextsTest {

    @Test
    void everyKindHasWordsInBothLanguages() throws IOException {
        var kinds =
                Arrays.stream(ObligationKind.values()).map(ObligationKind::key).toArray(String[]::new);

        assertThat(file("texts.properties").stringPropertyNames()).containsExactlyInAnyOrder(kinds);
        assertThat(file("texts_en.properties").stringPropertyNames()).containsExactlyInAnyOrder(kinds);
    }

    @Test
    void aTitleIsNeverLookedInto() {
        var topic = Topic.of("{number} $1", null, "w-1", null);

        assertThat(new ObligationTexts(Languages.ENGLISH, Map.of()).text(ObligationKind.WORK_ITEM, topic))
                .isEqualTo("Do: {number} $1");
    }

    @Test
    void aTitleIsEnglishForReadersOfEnglishWhereThereIsOne() {
        var topic = Topic.of("交货延误率", "Late deliveries", "w-1", null);

        assertThat(new ObligationTexts(Languages.ENGLISH, Map.of()).text(ObligationKind.WARNING, topic))
                .isEqualTo("Take note of the warning: Late deliveries");
        assertThat(new ObligationTexts(Languages.CHINESE, Map.of()).text(ObligationKind.WARNING, topic))
                .isEqualTo("确认预警：交货延误率");
    }

    @Test
    void anAppraisalIsCalledByItsPeriodWhereItIsKnown() {
        var untitled = Topic.of(null, null, "a-1", "c-1");
        var held = new AppraisalInterviewHeldV1(
                "a-1", "c-1", "ann", LocalDate.of(2026, 3, 2), LocalDate.of(2026, 1, 29), LocalDate.of(2026, 2, 28));
        var change = AppraisalObligations.of(held, "tom").getLast();

        assertThat(new ObligationTexts(Languages.ENGLISH, Map.of()).text(ObligationKind.APPRAISAL, untitled))
                .isEqualTo("Sign your appraisal");
        assertThat(new ObligationTexts(Languages.ENGLISH, Map.of())
                        .text(ObligationKind.APPRAISAL, change.topic().orElseThrow()))
                .isEqualTo("Sign your appraisal 2026-01-29 to 2026-02-28");
        assertThat(new ObligationTexts(Languages.CHINESE, Map.of())
                        .text(ObligationKind.APPRAISAL, change.topic().orElseThrow()))
                .isEqualTo("签署本人的考核结果 2026-01-29 至 2026-02-28");
    }

    @Test
    void whatIsDoneWithSomebodyNamesThemAsFarAsTheyAreKnown() {
        var known = new ObligationTexts(Languages.ENGLISH, Map.of("ann", "{title} Ann"));
        var titled = Topic.of("考核", "2026-01", "a-1", "c-1").ofPerson("ann");
        var untitled = Topic.of(null, null, "a-1", "c-1").ofPerson("ann");

        assertThat(known.text(ObligationKind.APPRAISAL_INTERVIEW, titled))
                .isEqualTo("Hold and record the interview on an appraisal 2026-01 · {title} Ann");
        assertThat(known.text(ObligationKind.APPRAISAL_INTERVIEW, untitled))
                .isEqualTo("Hold and record the interview on an appraisal {title} Ann");
        assertThat(known.text(ObligationKind.APPRAISAL_SIGNATURE, titled)).endsWith(" · {title} Ann");
        assertThat(known.text(ObligationKind.BEHAVIOUR_RATING, titled)).endsWith(" · {title} Ann");
        assertThat(known.text(ObligationKind.APPRAISAL_INTERVIEW, titled.ofPerson("erased")))
                .isEqualTo("Hold and record the interview on an appraisal 2026-01");
    }

    @Test
    void whatTheSuperiorSignsHasAName() {
        var held = new AppraisalInterviewHeldV1(
                "a-1", "c-1", "ann", LocalDate.of(2026, 3, 2), LocalDate.of(2026, 1, 29), LocalDate.of(2026, 2, 28));
        var untold = new AppraisalInterviewHeldV1("a-1", "c-1", "ann", LocalDate.of(2026, 3, 2), null, null);
        var topic = AppraisalObligations.of(held, "tom").get(1).topic().orElseThrow();

        assertThat(new ObligationTexts(Languages.ENGLISH, Map.of()).text(ObligationKind.APPRAISAL_SIGNATURE, topic))
                .isEqualTo("Sign as superior: Appraisal 2026-01-29 to 2026-02-28");
        assertThat(new ObligationTexts(Languages.CHINESE, Map.of()).text(ObligationKind.APPRAISAL_SIGNATURE, topic))
                .isEqualTo("以上级身份签字：考核结果 2026-01-29 至 2026-02-28");
        assertThat(new ObligationTexts(Languages.CHINESE, Map.of())
                        .text(
                                ObligationKind.APPRAISAL_SIGNATURE,
                                AppraisalObligations.of(untold, "tom")
                                        .get(1)
                                        .topic()
                                        .orElseThrow()))
                .isEqualTo("以上级身份签字：考核结果");
    }

    private static Properties file(String name) throws IOException {
        var words = new Properties();
        try (var file =
                new InputStreamReader(ObligationTexts.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            words.load(file);
        }
        return words;
    }
}
