package dev.keshi.service.operations;

import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.consumer.DeadLetter;
import dev.keshi.messaging.consumer.ParkedKey;
import dev.keshi.messaging.consumer.ParkedKeys;
import dev.keshi.messaging.consumer.Redrive;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import dev.keshi.service.problem.CommonProblem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Events that this service could not apply. {@code keshi.api} is the service's name in paths. */
@RestController
@RequestMapping("/api/${keshi.api}/v1/operations/parked-keys")
@PreAuthorize("hasRole('ADMIN')")
class ParkedKeyController {

    private static final int LETTERS = 100;

    private final ParkedKeys parkedKeys;
    private final RedriveService redrives;
    private final Duration round;

    /** @param round how long a round over all keys takes; less than the gateway waits */
    ParkedKeyController(ParkedKeys parkedKeys, RedriveService redrives, Duration round) {
        this.parkedKeys = parkedKeys;
        this.redrives = redrives;
        this.round = round;
    }

    /** @param letters how many events at most; 100 when it is left out */
    record RedriveRequest(@Nullable @Min(1) @Max(500) Integer letters) {}

    /**
     * @param partition of the event that stands first, as {@code dead-letters} shows it; -1 when it came from the archive
     * @param offset of the event that stands first
     * @param reason why it is given up, for the record
     */
    record DiscardRequest(
            @NotNull @Min(-1) Integer partition,
            @NotNull @Min(0) Long offset,
            @NotBlank @Size(max = 500) String reason) {}

    @GetMapping
    Page<ParkedKey> list(Paging paging) {
        var found = parkedKeys.list(
                paging.after().map(Position::instant),
                paging.after().map(Position::id).orElse(""),
                paging.limit() + 1);
        return paging.page(found, key -> Position.of(key.since(), key.id()));
    }

    @GetMapping("/{id}")
    ParkedKey find(@PathVariable String id) {
        return parkedKeys.find(id).orElseThrow(() -> CommonProblem.notFound().toException());
    }

    /** Those that come first; the others follow when these are gone. */
    @GetMapping("/{id}/dead-letters")
    Page<DeadLetter> letters(@PathVariable String id, @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        return new Page<>(parkedKeys.letters(find(id).id(), limit), null);
    }

    @PostMapping("/{id}/redrive")
    Redrive redrive(@PathVariable String id, CommandContext context, @Valid @RequestBody RedriveRequest request) {
        return redrives.redrive(context, find(id), Objects.requireNonNullElse(request.letters(), LETTERS));
    }

    @PostMapping("/{id}/discard")
    Redrive discard(@PathVariable String id, CommandContext context, @Valid @RequestBody DiscardRequest request) {
        return redrives.discard(context, find(id), request.partition(), request.offset(), request.reason(), LETTERS);
    }

    /**
     * What a round came to.
     *
     * @param released keys that are free now
     * @param refused keys whose next event still cannot be applied
     * @param unfinished keys of which so much waits that some is left
     * @param nextCursor to go on with when there was no time for all; absent when all had their turn
     */
    record RedriveRound(
            int released,
            int refused,
            int unfinished,
            @Nullable String nextCursor) {}

    @PostMapping("/redrive")
    RedriveRound redriveAll(CommandContext context, Paging paging) {
        var all = redrives.redriveAll(context, paging.after(), round);
        return new RedriveRound(
                all.released(), all.refused(), all.unfinished(), all.last() == null ? null : paging.cursor(all.last()));
    }
}
