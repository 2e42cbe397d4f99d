package dev.keshi.service.operations;

import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.consumer.Rebuild;
import dev.keshi.messaging.consumer.Rebuilds;
import dev.keshi.service.command.Replies;
import dev.keshi.service.problem.CommonProblem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Read models of this service that are made anew from the archive. */
@RestController
@RequestMapping("/api/${keshi.api}/v1/operations")
@PreAuthorize("hasRole('ADMIN')")
class RebuildController {

    private final Rebuilds rebuilds;
    private final String path;

    RebuildController(Rebuilds rebuilds, @Value("${keshi.api}") String api) {
        this.rebuilds = rebuilds;
        this.path = "/api/" + api + "/v1/operations/rebuilds/";
    }

    /** @param subscription which handler keeps the read model, as {@code read-models} names it */
    record RebuildRequest(@NotBlank @Size(max = 200) String subscription) {}

    /** @param subscriptions names of the handlers whose read models can be rebuilt */
    record ReadModels(List<String> subscriptions) {}

    @GetMapping("/read-models")
    ReadModels readModels() {
        return new ReadModels(rebuilds.subscriptions());
    }

    @PostMapping("/rebuilds")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<Rebuild> rebuild(CommandContext context, @Valid @RequestBody RebuildRequest request) {
        var started = rebuilds.start(context, request.subscription());
        return Replies.accepted(path + started.id(), started);
    }

    /** The newest first. */
    @GetMapping("/rebuilds")
    List<Rebuild> latest() {
        return rebuilds.latest();
    }

    @GetMapping("/rebuilds/{id}")
    Rebuild find(@PathVariable String id) {
        return rebuilds.find(id).orElseThrow(() -> CommonProblem.notFound().toException());
    }
}
