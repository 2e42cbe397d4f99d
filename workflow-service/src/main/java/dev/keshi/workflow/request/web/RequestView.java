package dev.keshi.workflow.request.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keshi.workflow.definition.EnglishNames;
import dev.keshi.workflow.form.FormValue;
import dev.keshi.workflow.request.Request;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request with what is open in it.
 *
 * @param processName as its author wrote it, in English for who reads English when there is an English name
 * @param status running, approved, rejected, withdrawn or terminated
 * @param form what was filled in, by field id
 * @param work what it gave by being approved; absent when that is nothing
 * @param names of the people that occur, by id; a person who was erased is absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RequestView(
        String id,
        String number,
        String processKey,
        int processVersion,
        String processName,
        String definitionId,
        String initiatorId,
        String status,
        Instant startedAt,
        @Nullable Instant endedAt,
        Map<String, Object> form,
        List<TaskView> tasks,
        @Nullable List<GivenWorkView> work,
        Map<String, String> names) {

    static RequestView of(Request request, Map<String, String> names, EnglishNames english) {
        var state = request.state();
        var form = new TreeMap<String, Object>();
        state.variables().forEach((field, value) -> form.put(field, plain(value)));
        return new RequestView(
                state.id().value(),
                request.number(),
                state.definition().key().value(),
                state.definition().version(),
                english.process().orElse(state.definition().name()),
                state.definition().id().value(),
                state.initiator().value(),
                state.status().text(),
                state.startedAt(),
                state.endedAt().orElse(null),
                form,
                state.tasks().stream().map(task -> TaskView.of(task, english)).toList(),
                work(request, english),
                names);
    }

    private static @Nullable List<GivenWorkView> work(Request request, EnglishNames english) {
        var work = request.state().work();
        return work.isEmpty()
                ? null
                : work.stream()
                        .map(given -> GivenWorkView.of(request, given, english))
                        .toList();
    }

    private static Object plain(FormValue value) {
        return value.plain();
    }
}
