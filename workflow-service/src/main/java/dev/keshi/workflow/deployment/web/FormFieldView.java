package dev.keshi.workflow.deployment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keshi.workflow.form.FieldKind;
import dev.keshi.workflow.form.FormField;
import dev.keshi.workflow.form.StartForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field to be filled in.
 *
 * @param type text, number, integer, date, boolean or choice
 * @param min smallest value, or shortest text; absent without a bound
 * @param max largest value, or longest text
 * @param options what can be chosen; absent when it is no choice
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FormFieldView(
        String id,
        String name,
        String nameEn,
        String type,
        boolean required,
        @Nullable String min,
        @Nullable String max,
        @Nullable List<OptionView> options) {

    record OptionView(String value, String name, String nameEn) {}

    static List<FormFieldView> of(StartForm form) {
        return form.fields().stream().map(FormFieldView::of).toList();
    }

    private static FormFieldView of(FormField field) {
        return switch (field.kind()) {
            case FieldKind.Text(var shortest, var longest) -> bounded(field, "text", shortest, longest);
            case FieldKind.Number(var min, var max, var whole) ->
                bounded(field, whole ? "integer" : "number", min, max);
            case FieldKind.Day(var min, var max) -> bounded(field, "date", min, max);
            case FieldKind.Truth() -> bounded(field, "boolean", null, null);
            case FieldKind.Choice(var options) ->
                new FormFieldView(
                        field.id(),
                        field.zh(),
                        field.en(),
                        "choice",
                        field.required(),
                        null,
                        null,
                        options.stream()
                                .map(option -> new OptionView(option.value(), option.zh(), option.en()))
                                .toList());
        };
    }

    private static FormFieldView bounded(FormField field, String type, @Nullable Object min, @Nullable Object max) {
        return new FormFieldView(
                field.id(),
                field.zh(),
                field.en(),
                type,
                field.required(),
                min == null ? null : min.toString(),
                max == null ? null : max.toString(),
                null);
    }
}
