package dev.keshi.workflow.form;

import dev.keshi.workflow.condition.ConditionEvaluator;
import dev.keshi.workflow.condition.Verdict;
import dev.keshi.workflow.form.FieldError.Code;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The form that starts a process. */
public record StartForm(List<FormField> fields, List<FormRule> rules) {

    /** More unknown fields than this are not listed one by one. */
    private static final int MAX_UNKNOWN = 20;

    public StartForm {
        fields = List.copyOf(fields);
        rules = List.copyOf(rules);
    }

    public static StartForm empty() {
        return new StartForm(List.of(), List.of());
    }

    /** What came of checking a form. */
    public sealed interface Checked {}

    /** The values of all fields that were filled in. */
    public record Valid(Map<String, FormValue> values) implements Checked {

        public Valid {
            values = Map.copyOf(values);
        }
    }

    /** All that is wrong; a rule is looked at only when every field is right and all fields it reads are filled in. */
    public record Invalid(List<FieldError> errors) implements Checked {

        public Invalid {
            errors = List.copyOf(errors);
        }
    }

    /** Names of all variables a condition of this process may read. */
    public Set<String> variableNames() {
        return fields.stream().map(FormField::id).collect(Collectors.toUnmodifiableSet());
    }

    /** The values as conditions see them: every field is there, null when not filled in. */
    public Map<String, @Nullable Object> plainValues(Map<String, FormValue> values) {
        var plain = new HashMap<String, @Nullable Object>();
        fields.forEach(field -> {
            var value = values.get(field.id());
            plain.put(field.id(), value == null ? null : value.plain());
        });
        return plain;
    }

    /** The rules could not be evaluated just now. */
    public record Unchecked(String why) implements Checked {}

    /**
     * Checks a form as JSON brought it.
     *
     * @param raw text, numbers, booleans and nulls by field id; null and blank text count as not filled in
     */
    public Checked check(Map<String, ? extends @Nullable Object> raw, ConditionEvaluator conditions) {
        var errors = new ArrayList<FieldError>();
        var values = new LinkedHashMap<String, FormValue>();
        var known = variableNames();
        raw.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .limit(MAX_UNKNOWN)
                .forEach(name -> errors.add(FieldError.of(shortened(name), Code.UNKNOWN_FIELD, "")));
        for (var field : fields) {
            readField(field, raw.get(field.id()), values, errors);
        }
        return errors.isEmpty() ? checkRules(values, conditions) : new Invalid(errors);
    }

    private Checked checkRules(Map<String, FormValue> values, ConditionEvaluator conditions) {
        var errors = new ArrayList<FieldError>();
        for (var rule : rules) {
            if (!values.keySet().containsAll(rule.test().variables())) {
                continue;
            }
            switch (conditions.evaluate(rule.test(), plainValues(values))) {
                case Verdict.Met _ -> {}
                case Verdict.NotMet _, Verdict.Undecided _ -> errors.add(rule.broken());
                case Verdict.Unavailable(var why) -> {
                    return new Unchecked(why);
                }
            }
        }
        return errors.isEmpty() ? new Valid(values) : new Invalid(errors);
    }

    private static void readField(
            FormField field, @Nullable Object raw, Map<String, FormValue> values, List<FieldError> errors) {
        if (raw == null || raw instanceof String text && text.isBlank()) {
            if (field.required()) {
                errors.add(FieldError.of(field.id(), Code.REQUIRED, ""));
            }
            return;
        }
        switch (field.kind().read(raw)) {
            case FieldKind.Read(var value) -> values.put(field.id(), value);
            case FieldKind.Wrong(var code, var detail) -> errors.add(FieldError.of(field.id(), code, detail));
        }
    }

    private static String shortened(String name) {
        return name.length() <= 100 ? name : name.substring(0, 100);
    }
}
