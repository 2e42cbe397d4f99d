package dev.keshi.reporting.archive.web;

import dev.keshi.reporting.archive.ArchiveQueries;
import dev.keshi.reporting.archive.Discretion;
import dev.keshi.reporting.archive.EventFilter;
import dev.keshi.reporting.archive.EventOrder;
import dev.keshi.reporting.archive.EventView;
import dev.keshi.service.problem.CommonProblem;
import dev.keshi.service.problem.Finding;
import dev.keshi.service.security.Caller;
import dev.keshi.service.security.PermissionEpochs;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Events as a file of lines, written while it is read; neither side ever holds more than a part of it. */
@RestController
@ArchiveReaders
@RequestMapping("/api/reporting/v1/events")
class ExportController {

    private static final Logger log = LoggerFactory.getLogger(ExportController.class);
    private static final int PART = 500;
    private static final int USUAL = 10_000;

    private final ArchiveQueries archive;
    private final Discretion discretion;
    private final PermissionEpochs epochs;
    private final JsonMapper json;
    private final ExportProperties properties;
    private final Semaphore places;

    ExportController(
            ArchiveQueries archive,
            Discretion discretion,
            PermissionEpochs epochs,
            JsonMapper json,
            ExportProperties properties) {
        this.archive = archive;
        this.discretion = discretion;
        this.epochs = epochs;
        this.json = json;
        this.properties = properties;
        this.places = new Semaphore(properties.atOnce());
    }

    /**
     * The last line of an export; without it the file is torn off.
     *
     * @param complete false when there is more: ask again with {@code after} = id of the last event
     */
    record End(int exported, boolean complete) {}

    /**
     * One event a line, oldest first, or by sequence when a key is given; the last line tells how many there are and
     * whether these are all.
     *
     * @param after id of the event that the export goes on behind
     */
    @GetMapping(path = "/export", produces = MediaType.APPLICATION_NDJSON_VALUE)
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE, schema = @Schema(type = "string")))
    void export(
            Caller caller,
            @Valid @ModelAttribute @ParameterObject EventCriteria criteria,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            HttpServletResponse response)
            throws IOException {
        int most = most(limit);
        var order = criteria.key() == null ? EventOrder.OLDEST : EventOrder.SEQUENCE;
        var start = start(after);
        if (!places.tryAcquire()) {
            throw CommonProblem.tooManyRequests().toException();
        }
        try {
            var first = archive.next(criteria.toFilter(), order, start, Math.min(PART, most + 1));
            response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"events.ndjson\"");
            write(caller, criteria.toFilter(), order, first, most, response.getOutputStream());
        } finally {
            places.release();
        }
    }

    private int most(@Nullable Integer limit) {
        if (limit == null) {
            return Math.min(USUAL, properties.mostEvents());
        }
        if (limit < 1 || limit > properties.mostEvents()) {
            throw CommonProblem.invalidRequest(List.of(
                            limit < 1
                                    ? Finding.ofParameter("limit", "minimum", 1)
                                    : Finding.ofParameter("limit", "maximum", properties.mostEvents())))
                    .toException();
        }
        return limit;
    }

    private Optional<EventView> start(@Nullable String after) {
        if (after == null) {
            return Optional.empty();
        }
        var found = archive.one(after);
        if (found.isEmpty()) {
            throw CommonProblem.invalidRequest(List.of(Finding.ofParameter("after", "invalid-value")))
                    .toException();
        }
        return found;
    }

    private void write(
            Caller caller, EventFilter filter, EventOrder order, List<EventView> first, int limit, OutputStream out)
            throws IOException {
        var part = first;
        int written = 0;
        while (!part.isEmpty() && written < limit) {
            var some = part.subList(0, Math.min(part.size(), limit - written));
            for (var event : some) {
                line(out, discretion.shown(event, caller.roles()));
            }
            out.flush();
            written += some.size();
            if (some.size() < part.size()) {
                break;
            }
            if (epochs.current(caller.id()).orElse(0) > caller.epoch()) {
                log.info("An export is torn off: the rights of {} were revoked", caller.id());
                return;
            }
            part = archive.next(filter, order, Optional.of(part.getLast()), PART);
        }
        line(out, new End(written, written < limit || part.isEmpty()));
        out.flush();
    }

    private void line(OutputStream out, Object value) throws IOException {
        out.write(json.writeValueAsBytes(value));
        out.write('\n');
    }
}
