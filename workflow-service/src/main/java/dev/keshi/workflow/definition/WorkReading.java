package dev.keshi.workflow.definition;

import dev.keshi.workflow.approver.ApproverRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Reads {@code keshi:work} from the extension elements of end events: what work an approved request gives that has come there. */
final class WorkReading {

    static final int MOST_AT_ONE_END = 10;

    /** A request can come to many ends at once, and what it gives is made in one write. */
    static final int MOST = 50;

    static final int LONGEST_NAME = 100;
    private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");
    private static final Pattern DAYS = Pattern.compile("[0-9]{1,3}");
    private static final int MOST_DAYS = 366;
    private static final Set<String> ATTRIBUTES = Set.of("id", "name", "nameEn", "owner", "dueInDays", "priority");

    private final Findings findings;
    private final Set<String> ids = new HashSet<>();
    private final Map<String, String> english = new HashMap<>();
    private int declared;

    WorkReading(Findings findings) {
        this.findings = findings;
    }

    /** In the order of the document, without what something is wrong with. */
    List<WorkAtEnd> read(Element end) {
        var here = Elements.children(end, Elements.BPMN, "extensionElements").stream()
                .flatMap(extensions -> Elements.children(extensions, Elements.KESHI, "work").stream())
                .toList();
        var work = new ArrayList<WorkAtEnd>();
        for (int place = 0; place < here.size(); place++) {
            var element = here.get(place);
            if (place == MOST_AT_ONE_END || declared == MOST) {
                findings.add(DeploymentErrorCode.TOO_MUCH_WORK, element, MOST_AT_ONE_END, MOST);
                break;
            }
            declared++;
            readOne(element).ifPresent(work::add);
        }
        return work;
    }

    /** What the work that was read is called in English, by its id, where it has such a name. */
    Map<String, String> english() {
        return english;
    }

    private Optional<WorkAtEnd> readOne(Element element) {
        new FieldAttributes(element, findings).allow(ATTRIBUTES);
        Elements.children(element)
                .forEach(
                        child -> findings.add(DeploymentErrorCode.UNKNOWN_KESHI_EXTENSION, child, child.getNodeName()));
        var id = required(element, "id", this::newId);
        var name = required(element, "name", WorkReading::name);
        var owner = required(element, "owner", ApproverRule::parse);
        var days = required(element, "dueInDays", WorkReading::days);
        var priority = element.hasAttributeNS(null, "priority")
                ? required(element, "priority", WorkPriority::parse)
                : Optional.of(WorkPriority.NORMAL);
        if (element.hasAttributeNS(null, "nameEn")) {
            required(element, "nameEn", WorkReading::name)
                    .ifPresent(text -> id.ifPresent(known -> english.put(known, text)));
        }
        if (id.isEmpty() || name.isEmpty() || owner.isEmpty() || days.isEmpty() || priority.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new WorkAtEnd(id.get(), name.get(), owner.get(), days.get(), priority.get()));
    }

    /** Empty, and reported, where it is absent or makes no sense. */
    private <T> Optional<T> required(Element element, String name, Function<String, Optional<T>> parse) {
        var text = element.getAttributeNS(null, name).strip();
        var value = parse.apply(text);
        if (value.isEmpty()) {
            findings.add(DeploymentErrorCode.WORK_INVALID, element, name + "=\"" + text + "\"");
        }
        return value;
    }

    private Optional<String> newId(String text) {
        return Optional.of(text).filter(id -> ID.matcher(id).matches() && ids.add(id));
    }

    private static Optional<String> name(String text) {
        return Optional.of(text)
                .filter(name -> !name.isBlank()
                        && name.length() <= LONGEST_NAME
                        && name.codePoints().noneMatch(Character::isISOControl));
    }

    private static Optional<Integer> days(String text) {
        return Optional.of(text)
                .filter(days -> DAYS.matcher(days).matches())
                .map(Integer::valueOf)
                .filter(days -> days <= MOST_DAYS);
    }
}
