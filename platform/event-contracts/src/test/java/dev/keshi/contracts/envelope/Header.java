package dev.keshi.contracts.envelope;

import dev.keshi.contracts.EventDescriptor;
import dev.keshi.contracts.schema.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What stands in the headers of a record, in the order of the documents. Kafka's headers are bytes; these are text in UTF-8. */
public enum Header {
    CONTENT_TYPE("content-type", "application/json"),
    SPEC_VERSION("ce_specversion", "1.0"),
    ID("ce_id", "01KAJ5W2Q0T9V4X8Y7Z6A5B4C3"),
    SOURCE("ce_source", "/keshi/org-service"),
    TYPE("ce_type", "keshi.org.department-moved.v1"),
    SUBJECT("ce_subject", "department/d-9Xk2LmQx8Zr1TnVbW0c4Ag"),
    TIME("ce_time", "2026-11-21T08:30:00.123Z"),
    DATA_SCHEMA("ce_dataschema", "/events/schemas/keshi.org.department-moved.v1.json"),
    PARTITION_KEY("ce_partitionkey", "d-9Xk2LmQx8Zr1TnVbW0c4Ag"),
    SEQUENCE("ce_sequence", "7"),
    EPOCH("ce_epoch", "1"),
    ACTOR("ce_actor", "p-3fJk2LmQx8Zr1TnVbW0c4A"),
    TRACE("ce_traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

    private static final Words ENGLISH =
            Words.in(Header.class.getResource("/dev/keshi/contracts/envelope_en.properties"));
    private static final Words CHINESE = Words.in(Header.class.getResource("/dev/keshi/contracts/envelope.properties"));

    private final String text;
    private final String example;

    Header(String text, String example) {
        this.text = text;
        this.example = example;
    }

    /** As it stands in the record. */
    public String text() {
        return text;
    }

    public String example() {
        return example;
    }

    /** Only a trace may be absent. */
    public boolean isRequired() {
        return this != TRACE;
    }

    public String english() {
        return ENGLISH.require(text);
    }

    public String chinese() {
        return CHINESE.require(text);
    }

    /** The part of the header's JSON Schema that holds for every event. */
    public ObjectNode schema() {
        var schema = JsonNodeFactory.instance.objectNode().put("type", "string");
        switch (this) {
            case CONTENT_TYPE, SPEC_VERSION -> schema.put("const", example);
            case TIME -> schema.put("format", "date-time");
            case ID -> schema.put("pattern", "^[0-9A-HJKMNP-TV-Z]{26}$");
            case SEQUENCE, EPOCH -> schema.put("pattern", "^[1-9][0-9]*$");
            case SOURCE, TYPE, SUBJECT, DATA_SCHEMA, PARTITION_KEY, ACTOR, TRACE -> schema.put("minLength", 1);
        }
        return schema.put("description", english()).put("x-description-zh-CN", chinese());
    }

    /** What the header of this event says, its key being the golden one. */
    public String exampleOf(EventDescriptor event, JsonNode golden) {
        var key = golden.path(event.key()).asString();
        return switch (this) {
            case TYPE -> event.type();
            case DATA_SCHEMA -> event.schemaAddress();
            case SUBJECT -> event.aggregate() + "/" + key;
            case PARTITION_KEY -> key;
            case SOURCE -> "/keshi/" + (event.owner().equals("operations") ? "reporting" : event.owner()) + "-service";
            case CONTENT_TYPE, SPEC_VERSION, ID, TIME, SEQUENCE, EPOCH, ACTOR, TRACE -> example;
        };
    }
}
