package dev.keshi.workflow.deployment.web;

import dev.keshi.messaging.CommandContext;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.problem.Problem;
import dev.keshi.workflow.definition.DefinitionId;
import dev.keshi.workflow.deployment.DeploymentService;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Process definitions: everybody sees what can be started, administrators deploy. */
@RestController
@RequestMapping("/api/workflow/v1/process-definitions")
class ProcessDefinitionController {

    private static final String MAY_DEPLOY = "hasRole('ADMIN')";

    private final DeploymentService definitions;

    ProcessDefinitionController(DeploymentService definitions) {
        this.definitions = definitions;
    }

    /** The document of the newest version again answers that version. */
    @PostMapping(consumes = MediaType.APPLICATION_XML_VALUE)
    @PreAuthorize(MAY_DEPLOY)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ProcessDefinitionView> deploy(
            CommandContext context,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true) @RequestBody(required = false)
                    byte @Nullable [] xml) {
        var deployed = definitions.deploy(context, document(xml));
        return ResponseEntity.created(URI.create("/api/workflow/v1/process-definitions/" + deployed.id()))
                .body(ProcessDefinitionView.of(deployed, definitions.graph(deployed.id())));
    }

    /** What a deployment would say; keeps nothing. */
    @PostMapping(path = "/validate", consumes = MediaType.APPLICATION_XML_VALUE)
    @PreAuthorize(MAY_DEPLOY)
    ValidatedProcessView validate(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true) @RequestBody(required = false)
                    byte @Nullable [] xml) {
        return ValidatedProcessView.of(definitions.validate(document(xml)));
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    Page<ProcessSummaryView> list(Paging paging) {
        var page = definitions.list(paging);
        return new Page<>(page.items().stream().map(ProcessSummaryView::of).toList(), page.nextCursor());
    }

    @GetMapping("/{id}")
    @PreAuthorize("isAuthenticated()")
    ProcessDefinitionView find(@PathVariable DefinitionId id) {
        return definitions
                .find(id)
                .map(found -> ProcessDefinitionView.of(found, definitions.graph(id)))
                .orElseThrow(ProcessDefinitionController::unknown);
    }

    /** What was deployed, byte for byte. */
    @GetMapping(path = "/{id}/xml", produces = MediaType.APPLICATION_XML_VALUE)
    @PreAuthorize("isAuthenticated()")
    byte[] xml(@PathVariable DefinitionId id) {
        return definitions.xml(id).orElseThrow(ProcessDefinitionController::unknown);
    }

    /** Nothing is a document too, one that is not XML: it is answered like any other that cannot be executed. */
    private static byte[] document(byte @Nullable [] body) {
        return body == null ? new byte[0] : body;
    }

    private static RuntimeException unknown() {
        return Problem.notFound("process-definition-not-found").toException();
    }
}
