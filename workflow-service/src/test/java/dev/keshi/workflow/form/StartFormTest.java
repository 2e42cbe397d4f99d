package dev.keshi.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.keshi.workflow.condition.Condition;
import dev.keshi.workflow.condition.ConditionEvaluator;
import dev.keshi.workflow.form.FieldError.Code;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartFormTest {

    private static final ConditionEvaluator CONDITIONS = ConditionEvaluator.withDefaults();

    private final StartForm form = new StartForm(
            List.of(
                    field("kind", true, new FieldKind.Choice(List.of(new FieldKind.Option("annual", "年假", "Annual")))),
                    field("from", true, new FieldKind.Day(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1))),
                    field("to", false, new FieldKind.Day(null, null)),
                    field("days", true, new FieldKind.Number(new BigDecimal("0.5"), new BigDecimal("30"), false)),
                    field("people", false, new FieldKind.Number(null, null, true)),
                    field("reason", false, new FieldKind.Text(2, 5)),
                    field("urgent", false, new FieldKind.Truth())),
            List.of(new FormRule(
                    (Condition) CONDITIONS.compile("to >= from"), "to", "结束不能早于开始", "The end is before the start")));

    private final Map<String, Object> raw =
            new HashMap<>(Map.of("kind", "annual", "from", "2026-11-02", "days", new BigDecimal("3.5")));

    @AfterAll
    static void close() {
        CONDITIONS.close();
    }

    @Test
    void valuesAreReadByTheKindOfTheirField() {
        raw.putAll(Map.of("to", "2026-11-05", "people", 3, "reason", "探亲", "urgent", true));

        assertThat(form.check(raw, CONDITIONS))
                .isEqualTo(new StartForm.Valid(Map.of(
                        "kind", new FormValue.Text("annual"),
                        "from", new FormValue.Day(LocalDate.of(2026, 11, 2)),
                        "to", new FormValue.Day(LocalDate.of(2026, 11, 5)),
                        "days", new FormValue.Number(new BigDecimal("3.5")),
                        "people", new FormValue.Number(new BigDecimal("3")),
                        "reason", new FormValue.Text("探亲"),
                        "urgent", new FormValue.Truth(true))));
    }

    @ParameterizedTest
    @CsvSource({
        "kind,other,NOT_A_CHOICE",
        "kind,5,NOT_A_CHOICE",
        "from,2026-13-01,NOT_A_DATE",
        "from,tomorrow,NOT_A_DATE",
        "from,+12026-01-01,NOT_A_DATE",
        "from,2025-12-31,BELOW_MINIMUM",
        "from,2027-01-02,ABOVE_MAXIMUM",
        "days,0.4,BELOW_MINIMUM",
        "days,30.5,ABOVE_MAXIMUM",
        "days,1.1234567890123456789,TOO_MANY_DIGITS",
        "days,1e999999999,TOO_MANY_DIGITS",
        "days,1e2147483647,TOO_MANY_DIGITS",
        "days,three,WRONG_TYPE",
        "people,1.5,WRONG_TYPE",
        "reason,x,TOO_SHORT",
        "reason,xxxxxx,TOO_LONG",
        "reason,12,WRONG_TYPE",
        "reason,x\u0007y,NOT_WRITTEN",
        "reason,x\u001b[2J,NOT_WRITTEN",
        "urgent,yes,WRONG_TYPE",
        "surprise,1,UNKNOWN_FIELD"
    })
    void aWrongValueIsNamedByItsField(String field, String value, Code code) {
        raw.put(field, value.matches("-?[0-9.]+(e[0-9]+)?") ? new BigDecimal(value) : value);

        assertThat(errors())
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(tuple("/" + field, code));
    }

    @Test
    void aCharacterBeyondTheFirstPlaneIsOneCharacter() {
        raw.put("reason", "\ud83d\ude00".repeat(5));

        assertThat(form.check(raw, CONDITIONS)).isInstanceOf(StartForm.Valid.class);
    }

    @Test
    void everythingThatIsMissingIsNamed() {
        raw.clear();
        raw.put("kind", " ");
        raw.put("from", null);

        assertThat(errors())
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(
                        tuple("/kind", Code.REQUIRED), tuple("/from", Code.REQUIRED), tuple("/days", Code.REQUIRED));
    }

    @Test
    void fieldsAreComparedByTheRulesOfTheForm() {
        raw.put("to", "2026-11-01");

        assertThat(errors())
                .containsExactly(
                        new FieldError("/to", Code.RULE_BROKEN, "", "结束不能早于开始", "The end is before the start"));
    }

    @Test
    void aRuleAboutAFieldThatIsEmptyHolds() {
        assertThat(form.check(raw, CONDITIONS)).isInstanceOf(StartForm.Valid.class);
    }

    @Test
    void aPointerIsEscaped() {
        raw.put("a/b~c", 1);

        assertThat(errors()).extracting(FieldError::pointer).containsExactly("/a~1b~0c");
    }

    private List<FieldError> errors() {
        return ((StartForm.Invalid) form.check(raw, CONDITIONS)).errors();
    }

    private static FormField field(String id, boolean required, FieldKind kind) {
        return new FormField(id, id, id, required, kind);
    }
}
