package dev.keshi.workflow.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.approver.RoleName;
import dev.keshi.workflow.definition.DefinitionId;
import dev.keshi.workflow.definition.FlowId;
import dev.keshi.workflow.definition.ProcessKey;
import dev.keshi.workflow.definition.StepId;
import dev.keshi.workflow.engine.Assignment;
import dev.keshi.workflow.engine.HistoryEntry;
import dev.keshi.workflow.engine.InstanceEvent;
import dev.keshi.workflow.engine.InstanceId;
import dev.keshi.workflow.engine.InstanceState;
import dev.keshi.workflow.engine.InstanceStatus;
import dev.keshi.workflow.engine.Remark;
import dev.keshi.workflow.form.FormValue;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/**
 * An instance as JSON text. The names of kinds in it are the store's own vocabulary, made here from the names of the
 * types; a type that is renamed keeps its old word by an entry of its own.
 */
final class StateJson {

    private static final List<Class<?>> KINDS =
            List.of(FormValue.class, InstanceStatus.class, Assignment.class, InstanceEvent.class);
    private static final List<Class<?>> WORDS = List.of(
            PersonId.class,
            RoleName.class,
            DefinitionId.class,
            FlowId.class,
            ProcessKey.class,
            StepId.class,
            InstanceId.class);

    private static final JsonMapper MAPPER = mapper();

    private StateJson() {}

    static String write(InstanceState state) {
        return MAPPER.writeValueAsString(state);
    }

    static InstanceState readState(String json) {
        return MAPPER.readValue(json, InstanceState.class);
    }

    static String write(HistoryEntry entry) {
        return MAPPER.writeValueAsString(entry);
    }

    static HistoryEntry readEntry(String json) {
        return MAPPER.readValue(json, HistoryEntry.class);
    }

    private static JsonMapper mapper() {
        var builder = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .changeDefaultPropertyInclusion(_ -> JsonInclude.Value.ALL_NON_NULL);
        KINDS.forEach(kind -> {
            builder.addMixIn(kind, Kind.class);
            leaves(kind).forEach(leaf -> builder.registerSubtypes(new NamedType(leaf, word(leaf))));
        });
        WORDS.forEach(word -> builder.addMixIn(word, Word.class));
        return builder.addMixIn(Remark.class, Said.class).build();
    }

    private static List<Class<?>> leaves(Class<?> type) {
        var permitted = type.getPermittedSubclasses();
        return permitted == null
                ? List.of(type)
                : List.of(permitted).stream()
                        .flatMap(sub -> leaves(sub).stream())
                        .toList();
    }

    /** {@code TaskOpened} is {@code task-opened}. */
    private static String word(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    private interface Kind {}

    /** A value that is one text. */
    private abstract static class Word {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Word(@SuppressWarnings("unused") String value) {}

        @JsonValue
        abstract String value();
    }

    private abstract static class Said {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Said(@SuppressWarnings("unused") String text) {}

        @JsonValue
        abstract String text();
    }
}
