package dev.keshi.workflow.definition;

import dev.keshi.workflow.form.FieldKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads the attributes of one {@code keshi:field} and reports those that make no sense. */
final class FieldAttributes {

    private static final int DEFAULT_TEXT = 2000;
    private static final int MAX_OPTIONS = 200;

    private final Element element;
    private final Findings findings;

    FieldAttributes(Element element, Findings findings) {
        this.element = element;
        this.findings = findings;
    }

    void allow(Set<String> names) {
        Elements.attributes(element).stream()
                .filter(attribute -> attribute.getNamespaceURI() == null && !names.contains(attribute.getName()))
                .forEach(attribute ->
                        findings.add(DeploymentErrorCode.UNKNOWN_KESHI_EXTENSION, element, "@" + attribute.getName()));
    }

    boolean flag(String name) {
        var value = Elements.attribute(element, name).orElse("false");
        if (!value.equals("true") && !value.equals("false")) {
            wrong(name);
        }
        return value.equals("true");
    }

    Optional<FieldKind> kind() {
        var type = element.getAttribute("type");
        if (!type.equals("choice")) {
            Elements.children(element)
                    .forEach(child ->
                            findings.add(DeploymentErrorCode.UNKNOWN_KESHI_EXTENSION, child, child.getNodeName()));
        }
        return switch (type) {
            case "text" -> text();
            case "number", "integer" -> number(type.equals("integer"));
            case "date" -> day();
            case "boolean" -> Optional.of(new FieldKind.Truth());
            case "choice" -> choice();
            default -> wrong("type");
        };
    }

    private Optional<FieldKind> text() {
        var min = bound("min", Integer::valueOf);
        var max = bound("max", Integer::valueOf);
        int least = min == null ? 0 : min;
        int most = max == null ? DEFAULT_TEXT : max;
        return least < 0 || most < 1 || least > most || most > FieldKind.MAX_TEXT
                ? wrong("max")
                : Optional.of(new FieldKind.Text(least, most));
    }

    private Optional<FieldKind> number(boolean whole) {
        var min = bound("min", FieldAttributes::decimal);
        var max = bound("max", FieldAttributes::decimal);
        return min != null && max != null && min.compareTo(max) > 0
                ? wrong("max")
                : Optional.of(new FieldKind.Number(min, max, whole));
    }

    private Optional<FieldKind> day() {
        var min = bound("min", FieldKind::parseDay);
        var max = bound("max", FieldKind::parseDay);
        return min != null && max != null && min.isAfter(max) ? wrong("max") : Optional.of(new FieldKind.Day(min, max));
    }

    private Optional<FieldKind> choice() {
        var options = new ArrayList<FieldKind.Option>();
        var values = new HashSet<String>();
        for (var child : Elements.children(element)) {
            var value = child.getAttribute("value");
            if (!Elements.is(child, Elements.KESHI, "choice")) {
                findings.add(DeploymentErrorCode.UNKNOWN_KESHI_EXTENSION, child, child.getNodeName());
            } else if (value.isBlank() || value.length() > 100 || !values.add(value)) {
                findings.add(DeploymentErrorCode.FIELD_INVALID, child, "value=\"" + value + "\"");
            } else {
                var zh = Elements.attribute(child, "name").orElse(value);
                options.add(new FieldKind.Option(
                        value, zh, Elements.attribute(child, "nameEn").orElse(zh)));
            }
        }
        return options.isEmpty() || options.size() > MAX_OPTIONS
                ? wrong("type")
                : Optional.of(new FieldKind.Choice(options));
    }

    private <T> @Nullable T bound(String name, Function<String, T> parse) {
        var text = Elements.attribute(element, name);
        if (text.isEmpty()) {
            return null;
        }
        try {
            if (text.get().length() > 40) {
                throw new NumberFormatException("too long");
            }
            return parse.apply(text.get());
        } catch (NumberFormatException | java.time.DateTimeException e) {
            wrong(name);
            return null;
        }
    }

    private static BigDecimal decimal(String text) {
        var number = new BigDecimal(text);
        if (FieldKind.hasTooManyDigits(number)) {
            throw new NumberFormatException("too many digits");
        }
        return number;
    }

    private Optional<FieldKind> wrong(String attribute) {
        findings.add(
                DeploymentErrorCode.FIELD_INVALID, element, attribute + "=\"" + element.getAttribute(attribute) + "\"");
        return Optional.empty();
    }
}
