package dev.keshi.workflow.definition;

import dev.keshi.workflow.form.FieldKind;
import dev.keshi.workflow.form.FormField;
import dev.keshi.workflow.form.FormRule;
import dev.keshi.workflow.form.StartForm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** Reads {@code keshi:field} and {@code keshi:rule} from the extension elements of the start event. */
final class FormReading {

    private static final int MAX_FIELDS = 100;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");
    private static final Set<String> RESERVED = Set.of(
            ProcessGraph.OUTCOME,
            "and",
            "or",
            "not",
            "if",
            "then",
            "else",
            "for",
            "in",
            "return",
            "some",
            "every",
            "satisfies",
            "between",
            "instance",
            "of",
            "true",
            "false",
            "null",
            "function",
            "item",
            "date",
            "duration");

    private final Findings findings;
    private final ConditionReading conditions;

    FormReading(Findings findings, ConditionReading conditions) {
        this.findings = findings;
        this.conditions = conditions;
    }

    StartForm read(Element start) {
        var declared = Elements.children(start, Elements.BPMN, "extensionElements").stream()
                .flatMap(extensions -> Elements.children(extensions).stream())
                .filter(child -> Elements.KESHI.equals(child.getNamespaceURI()))
                .toList();
        var fields = readFields(declared.stream()
                .filter(child -> "field".equals(child.getLocalName()))
                .toList());
        var names = fields.stream().map(FormField::id).collect(Collectors.toUnmodifiableSet());
        var rules = declared.stream()
                .filter(child -> "rule".equals(child.getLocalName()))
                .flatMap(rule -> readRule(rule, names).stream())
                .toList();
        return new StartForm(fields, rules);
    }

    private List<FormField> readFields(List<Element> elements) {
        var fields = new ArrayList<FormField>();
        var names = new HashSet<String>();
        for (var element : elements) {
            if (fields.size() == MAX_FIELDS) {
                findings.add(DeploymentErrorCode.FIELD_INVALID, element, "> " + MAX_FIELDS);
                break;
            }
            var id = element.getAttribute("id");
            if (!NAME.matcher(id).matches() || RESERVED.contains(id) || !names.add(id)) {
                findings.add(DeploymentErrorCode.FIELD_INVALID, element, "id=\"" + id + "\"");
                continue;
            }
            readField(id, element).ifPresent(fields::add);
        }
        return fields;
    }

    private Optional<FormField> readField(String id, Element element) {
        FieldAttributes attributes = new FieldAttributes(element, findings);
        attributes.allow(Set.of("id", "name", "nameEn", "type", "required", "min", "max"));
        var kind = attributes.kind();
        boolean required = attributes.flag("required");
        var zh = Elements.attribute(element, "name").orElse(id);
        var en = Elements.attribute(element, "nameEn").orElse(zh);
        return kind.map((FieldKind known) -> new FormField(id, zh, en, required, known));
    }

    private Optional<FormRule> readRule(Element element, Set<String> names) {
        new FieldAttributes(element, findings).allow(Set.of("test", "field", "name", "nameEn"));
        var field = element.getAttribute("field");
        if (!names.contains(field)) {
            findings.add(DeploymentErrorCode.FIELD_INVALID, element, "field=\"" + field + "\"");
        }
        var test = conditions.read(element, element.getAttribute("test"), names);
        var zh = Elements.attribute(element, "name").orElse(element.getAttribute("test"));
        var en = Elements.attribute(element, "nameEn").orElse(zh);
        return test.map(condition -> new FormRule(condition, field, zh, en));
    }
}
