package dev.keshi.org.identity.client.web;

import dev.keshi.messaging.CommandContext;
import dev.keshi.org.account.Issuer;
import dev.keshi.org.identity.WhenEmbedded;
import dev.keshi.org.identity.client.ClientId;
import dev.keshi.org.identity.client.ClientName;
import dev.keshi.org.identity.client.ClientProblem;
import dev.keshi.org.identity.client.IntegrationClientQueries;
import dev.keshi.org.identity.client.IntegrationClientService;
import dev.keshi.org.identity.client.IntegrationClientView;
import dev.keshi.service.command.Replies;
import dev.keshi.service.command.RequiresIfMatch;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.security.Caller;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(IntegrationClientController.PATH)
@PreAuthorize("hasRole('ADMIN')")
@WhenEmbedded
class IntegrationClientController {

    static final String PATH = "/api/org/v1/integration-clients";

    private final IntegrationClientService service;
    private final IntegrationClientQueries queries;

    IntegrationClientController(IntegrationClientService service, IntegrationClientQueries queries) {
        this.service = service;
        this.queries = queries;
    }

    @GetMapping
    Page<IntegrationClientView> list(Paging paging) {
        return queries.list(paging);
    }

    @GetMapping("/{id}")
    ResponseEntity<IntegrationClientView> find(@PathVariable String id) {
        var client = queries.find(new ClientId(id)).orElseThrow(() -> new ClientProblem.NotFound(new ClientId(id)));
        return Replies.ok(client, client.state());
    }

    /** The answer holds the secret, which cannot be read again. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ToldClientResponse> register(
            @Valid @RequestBody RegisterClientRequest request, Caller caller, CommandContext context) {
        var told = service.register(context, issuer(caller), new ClientName(request.name()), request.roles());
        return told(Replies.created(PATH + "/" + told.client().id(), told.client(), ToldClientResponse.of(told)));
    }

    /** A new secret, told once. The old one and its tokens stop working. */
    @PostMapping("/{id}/secret")
    ResponseEntity<ToldClientResponse> replaceSecret(@PathVariable String id, CommandContext context) {
        var told = service.replaceSecret(context, new ClientId(id));
        return told(Replies.ok(told.client(), ToldClientResponse.of(told)));
    }

    @PutMapping("/{id}/roles")
    ResponseEntity<IntegrationClientView> changeRoles(
            @PathVariable String id,
            @Valid @RequestBody ChangeClientRolesRequest request,
            Caller caller,
            @RequiresIfMatch CommandContext context) {
        var changed = service.changeRoles(context, issuer(caller), new ClientId(id), request.roles());
        return Replies.ok(changed, changed.state());
    }

    @PostMapping("/{id}/close")
    ResponseEntity<IntegrationClientView> close(@PathVariable String id, @RequiresIfMatch CommandContext context) {
        var closed = service.close(context, new ClientId(id));
        return Replies.ok(closed, closed.state());
    }

    private static ResponseEntity<ToldClientResponse> told(ResponseEntity<ToldClientResponse> reply) {
        return ResponseEntity.status(reply.getStatusCode())
                .headers(reply.getHeaders())
                .header(Replies.TOLD_ONCE, "true")
                .body(reply.getBody());
    }

    private static Issuer issuer(Caller caller) {
        return Issuer.of(caller.id(), caller.roles());
    }
}
