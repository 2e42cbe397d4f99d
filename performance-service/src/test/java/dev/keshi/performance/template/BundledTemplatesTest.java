package dev.keshi.performance.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.performance.scoring.IndicatorFamily;
import dev.keshi.performance.scoring.Scale;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class BundledTemplatesTest {

    private static final Path ROLE_TEMPLATES =
            Path.of("../org-service/src/main/resources/dev/keshi/org/position/role-templates.json");

    private final TemplateChoice choice = new TemplateChoice(BundledTemplates.all().entrySet().stream()
            .map(one -> new ReleasedTemplate(new TemplateId(one.getKey().value()), one.getKey(), 1, one.getValue()))
            .toList());

    @Test
    void everyRoleTemplateOfOrgServiceHasItsOwnUsualTemplate() throws Exception {
        var roles = JsonMapper.builder()
                .build()
                .readTree(Files.readAllBytes(ROLE_TEMPLATES))
                .findValuesAsString("name");

        assertThat(roles)
                .hasSizeGreaterThanOrEqualTo(30)
                .allSatisfy(role -> assertThat(choice.of(Optional.of(role), List.of()))
                        .hasValueSatisfying(template -> {
                            assertThat(template.content().positions()).contains(role);
                            assertThat(template.content().usual()).isTrue();
                        }));
        assertThat(BundledTemplates.all().values())
                .allSatisfy(template -> assertThat(roles).containsAll(template.positions()));
    }

    @Test
    void theAssistantHasThreeVariantsOfWhichADepartmentChooses() {
        assertThat(code(Optional.of("operations-assistant"), "operations-assistant-a"))
                .isEqualTo("operations-assistant-a");
        assertThat(code(Optional.of("operations-assistant"))).isEqualTo("operations-assistant-b");
        assertThat(code(Optional.of("operations-assistant"), "operations-assistant-c"))
                .isEqualTo("operations-assistant-c");
        assertThat(BundledTemplates.all().get(new TemplateCode("operations-assistant-b")).indicators().stream()
                        .map(one -> one.figures().weight()))
                .containsExactly(30, 30, 20, 20);
    }

    @Test
    void whatTheHandbookCountsIsFedByWorkAndTrainingThemselves() {
        assertThat(measured("operations-assistant-a")).containsExactly("tasks-on-time 25");
        assertThat(measured("operations-assistant-c")).containsExactly("tasks-on-time 20", "tasks-right-first-time 15");
        assertThat(measured("office-staff")).containsExactly("training-on-time 10");
        assertThat(measured("designer")).containsExactly("tasks-on-time 25");
        assertThat(measured("developer")).containsExactly("tasks-on-time 25");
        assertThat(measured("operations-specialist")).containsExactly("tasks-on-time 15", "tasks-right-first-time 10");
        assertThat(measured("it-support-specialist")).containsExactly("tasks-on-time 15", "tasks-right-first-time 15");
        assertThat(measured("department-manager")).containsExactly("approvals-in-time 5");
        assertThat(measured("section-head")).containsExactly("approvals-in-time 5");
        assertThat(measured("general")).isEmpty();
    }

    private static List<String> measured(String template) {
        return BundledTemplates.all().get(new TemplateCode(template)).indicators().stream()
                .filter(one -> one.scale().equals(Optional.of(Scale.PERCENT)))
                .map(one -> one.figures().code() + " " + one.figures().weight())
                .toList();
    }

    @Test
    void theOfficeHasEightGroups() {
        assertThat(BundledTemplates.all().get(new TemplateCode("office-staff")).indicators())
                .hasSize(8);
        assertThat(code(Optional.of("secretary"), "office-staff")).isEqualTo("office-staff");
        assertThat(code(Optional.of("secretary"))).isEqualTo("secretary");
    }

    @Test
    void whoHoldsNoKnownPositionIsJudgedByTheGeneralOne() {
        assertThat(code(Optional.empty())).isEqualTo("general");
        assertThat(code(Optional.of("astronaut"), "secretary")).isEqualTo("general");
    }

    @Test
    void familiesThatNoTemplateHasAreKnownAndSoAreTemplatesThatHaveNothingOfSome() {
        var assistant = new TemplateCode("operations-assistant-b");
        var general = new TemplateCode("general");

        var withoutLearning = new TemplateChoice(BundledTemplates.all().entrySet().stream()
                .filter(one -> one.getValue().figures().all().stream()
                        .noneMatch(indicator -> indicator.family() == IndicatorFamily.LEARNING))
                .map(one -> new ReleasedTemplate(new TemplateId(one.getKey().value()), one.getKey(), 1, one.getValue()))
                .toList());

        assertThat(choice.unknown(Set.of(IndicatorFamily.values()))).isEmpty();
        assertThat(withoutLearning.unknown(Set.of(IndicatorFamily.RESULT, IndicatorFamily.LEARNING)))
                .containsExactly(IndicatorFamily.LEARNING);
        assertThat(choice.without(Set.of(IndicatorFamily.ATTITUDE), List.of(assistant, general)))
                .containsExactly(assistant);
        assertThat(choice.without(
                        Set.of(IndicatorFamily.ATTITUDE, IndicatorFamily.ABILITY), List.of(assistant, general)))
                .isEmpty();
    }

    @Test
    void allIsSaidInBothLanguages() {
        assertThat(BundledTemplates.all().values()).allSatisfy(template -> {
            assertThat(template.nameEn())
                    .hasValueSatisfying(name -> assertThat(name).matches("\\p{ASCII}+"));
            assertThat(template.indicators()).allSatisfy(one -> {
                assertThat(one.name() + one.standard()).containsPattern("\\p{IsHan}");
                assertThat(one.nameEn().orElse("") + one.standardEn().orElse(""))
                        .matches("\\p{ASCII}{10,}");
            });
        });
        assertThat(BundledTemplates.all().values().stream()
                        .map(TemplateContent::name)
                        .collect(Collectors.toSet()))
                .hasSameSizeAs(BundledTemplates.all().values());
    }

    private String code(Optional<String> position, String... preferred) {
        return choice.of(
                        position,
                        Arrays.stream(preferred).map(TemplateCode::new).toList())
                .orElseThrow()
                .code()
                .value();
    }
}
