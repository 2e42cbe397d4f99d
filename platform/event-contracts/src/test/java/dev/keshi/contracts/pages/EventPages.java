package dev.keshi.contracts.pages;

import dev.keshi.contracts.EventDescriptor;
import dev.keshi.contracts.Topics;
import dev.keshi.contracts.envelope.Header;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An index and a page per topic. */
public final class EventPages {

    private static final String SCHEMAS = "../../platform/event-contracts/src/main/resources/schemas/";

    private final List<EventDescriptor> events;
    private final Function<EventDescriptor, ObjectNode> schemas;
    private final Function<EventDescriptor, JsonNode> examples;
    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public EventPages(
            List<EventDescriptor> events,
            Function<EventDescriptor, ObjectNode> schemas,
            Function<EventDescriptor, JsonNode> examples) {
        this.events = events;
        this.schemas = schemas;
        this.examples = examples;
    }

    /** Name of each file and what stands in it. */
    public Map<String, String> all() {
        var pages = new LinkedHashMap<String, String>();
        for (var language : Language.values()) {
            pages.put(language.file("README"), index(language));
            topics().forEach(topic -> pages.put(language.file(topic.topic()), topic(topic, language)));
        }
        return pages;
    }

    private String index(Language in) {
        var page = begin(in, in.say("index"), "README").line(in.say("intro")).line("");
        page.heading(in.say("rules")).line(in.say("rules.text")).line("");
        page.heading(in.say("envelope")).table(in.say("envelope.head"));
        for (var header : Header.values()) {
            page.row(code(header.text()), required(header.isRequired(), in), in.of(header), code(header.example()));
        }
        page.line("")
                .heading(in.say("encrypted"))
                .line(in.say("encrypted.text"))
                .line("");
        var encrypted = anEncryptedField();
        page.table(in.say("fields.head"));
        FieldRows.of(encrypted, in).forEach(page::line);
        page.line("").heading(in.say("topics")).table(in.say("topics.head"));
        for (var topic : topics()) {
            page.row(
                    "[%s](%s)".formatted(topic.topic(), in.file(topic.topic())),
                    publisher(of(topic).getFirst(), in),
                    topic.partitions(),
                    in.say(topic.compacted() ? "kept.compacted" : "kept.log"),
                    in.say(of(topic).getFirst().isForSubscribers() ? "for.everybody" : "for.services"));
        }
        page.line("").heading(in.say("types")).table(in.say("types.head"));
        topics().forEach(topic -> of(topic).forEach(event -> overview(page, event, in.file(topic.topic()), in)));
        return page.text();
    }

    private String topic(Topics.Layout topic, Language in) {
        var page = begin(in, topic.topic(), topic.topic()).table(in.say("types.head"));
        of(topic).forEach(event -> overview(page, event, "", in));
        page.line("");
        of(topic).forEach(event -> type(page, event, in));
        return page.text();
    }

    private void type(Page page, EventDescriptor event, Language in) {
        var schema = schemas.apply(event);
        page.heading(event.type()).line(in.of(event)).line("");
        page.line(in.say(
                        "about",
                        event.key(),
                        event.aggregate(),
                        publisher(event, in),
                        schema.path("x-since").asString(),
                        SCHEMAS + event.type() + ".json"))
                .line("");
        page.table(in.say("fields.head"));
        FieldRows.of(schema, in).forEach(page::line);
        if (!event.confidential().isEmpty()) {
            page.line("").line(in.say("withheld", withheld(event)));
        }
        page.line("").line(in.say("example")).line("```json");
        page.line(json.writeValueAsString(examples.apply(event))).line("```").line("");
    }

    private static String withheld(EventDescriptor event) {
        return event.confidential().stream().sorted().map(EventPages::code).collect(Collectors.joining(", "));
    }

    private static Page begin(Language in, String title, String name) {
        return new Page()
                .line("<!-- " + in.say("made") + " -->")
                .line("# " + title)
                .line("")
                .line(in.say("other", in.other().file(name)))
                .line("");
    }

    private static void overview(Page page, EventDescriptor event, String file, Language in) {
        var anchor = event.type().replace(".", "");
        page.row("[%s](%s#%s)".formatted(event.type(), file, anchor), in.of(event), code(event.key()));
    }

    private JsonNode anEncryptedField() {
        return events.stream()
                .flatMap(event -> schemas.apply(event).path("properties").valueStream())
                .filter(field -> field.path("x-encrypted").asBoolean(false))
                .findFirst()
                .orElseThrow();
    }

    private static String publisher(EventDescriptor event, Language in) {
        return event.owner().equals("operations") ? in.say("every.service") : event.owner() + "-service";
    }

    private static String required(boolean required, Language in) {
        return in.say(required ? "yes" : "no");
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private List<Topics.Layout> topics() {
        return Topics.LAYOUTS.stream().filter(topic -> !of(topic).isEmpty()).toList();
    }

    private List<EventDescriptor> of(Topics.Layout topic) {
        return events.stream()
                .filter(event -> event.topic().equals(topic.topic()))
                .toList();
    }
}
