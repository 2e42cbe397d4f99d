package dev.keshi.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keshi.contracts.PublishedEvent;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON of events: absent fields are left out, unknown fields are ignored so that producers may add some. */
public final class EventJson {

    private final JsonMapper mapper = JsonMapper.builder()
            .changeDefaultPropertyInclusion(_ -> JsonInclude.Value.ALL_NON_NULL)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    byte[] write(PublishedEvent event) {
        return mapper.writeValueAsBytes(event);
    }

    /** @throws tools.jackson.core.JacksonException when the bytes are not such an event */
    public <E extends PublishedEvent> E read(byte[] data, Class<E> type) {
        return mapper.readValue(data, type);
    }
}
