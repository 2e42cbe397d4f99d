package dev.keshi.launcher.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InboxTest {

    private static final JsonNode FIRST_STEP = told("n1", "\"step-approved\"");
    private static final JsonNode LAST_STEP = told("n2", "\"step-approved\"");
    private static final JsonNode APPROVED = told("n2", "\"request-approved\"");

    @Test
    void whatEndsARequestStandsAsItsEndWhetherItWasToldAsAStepBeforeOrNot() {
        assertThat(Inbox.standing(List.of(FIRST_STEP, APPROVED))).containsExactly("step-approved", "request-approved");
        assertThat(Inbox.standing(List.of(FIRST_STEP, LAST_STEP, APPROVED)))
                .containsExactly("step-approved", "request-approved");
        assertThat(Inbox.standing(List.of(FIRST_STEP, LAST_STEP))).containsExactly("step-approved", "step-approved");
    }

    @Test
    void aTaskStandsAsItWasSettled() {
        var decided = told("t", "\"task-assigned\", \"settled\": {\"reason\": \"DECIDED\"}");

        assertThat(Inbox.standing(List.of(told("t", "\"task-assigned\""), decided)))
                .containsExactly("task-assigned DECIDED");
    }

    private static JsonNode told(String id, String template) {
        return JsonMapper.shared().readTree("{\"id\": \"%s\", \"template\": %s}".formatted(id, template));
    }
}
