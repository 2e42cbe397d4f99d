package dev.keshi.org.position.web;

import dev.keshi.messaging.CommandContext;
import dev.keshi.org.department.DepartmentId;
import dev.keshi.org.position.PositionCommand;
import dev.keshi.org.position.PositionId;
import dev.keshi.org.position.PositionQueries;
import dev.keshi.org.position.PositionService;
import dev.keshi.org.position.PositionView;
import dev.keshi.org.position.RoleTemplate;
import dev.keshi.org.position.RoleTemplates;
import dev.keshi.service.command.Replies;
import dev.keshi.service.command.RequiresIfMatch;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.problem.Problem;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Positions: everybody in the enterprise reads them, personnel and administrators change them. */
@RestController
@RequestMapping("/api/org/v1")
class PositionController {

    private static final String MAY_CHANGE = "hasAnyRole('ADMIN', 'HR')";

    private final PositionService positions;
    private final PositionQueries queries;
    private final RoleTemplates templates;

    PositionController(PositionService positions, PositionQueries queries, RoleTemplates templates) {
        this.positions = positions;
        this.queries = queries;
        this.templates = templates;
    }

    @GetMapping("/position-templates")
    @PreAuthorize("isAuthenticated()")
    List<RoleTemplate> templates() {
        return templates.all();
    }

    @GetMapping("/positions")
    @PreAuthorize("isAuthenticated()")
    Page<PositionView> list(@RequestParam @Nullable DepartmentId departmentId, Paging paging) {
        return queries.list(Optional.ofNullable(departmentId), paging);
    }

    @GetMapping("/positions/{id}")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<PositionView> find(@PathVariable PositionId id) {
        var position = queries.find(id)
                .orElseThrow(() -> Problem.notFound("position-not-found").toException());
        return Replies.ok(position, position.state());
    }

    @PostMapping("/positions")
    @PreAuthorize(MAY_CHANGE)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PositionView> define(
            CommandContext context, @Valid @RequestBody PositionRequests.DefinePosition request) {
        var defined = positions.define(context, request.toCommand());
        return Replies.created("/api/org/v1/positions/" + defined.id(), defined, defined.state());
    }

    @PostMapping("/positions/{id}/revise")
    @PreAuthorize(MAY_CHANGE)
    ResponseEntity<PositionView> revise(
            @PathVariable PositionId id,
            @RequiresIfMatch CommandContext context,
            @Valid @RequestBody PositionRequests.RevisePosition request) {
        var revised = positions.handle(context, request.toCommand(id));
        return Replies.ok(revised, revised.state());
    }

    @PostMapping("/positions/{id}/retire")
    @PreAuthorize(MAY_CHANGE)
    ResponseEntity<PositionView> retire(@PathVariable PositionId id, @RequiresIfMatch CommandContext context) {
        var retired = positions.handle(context, new PositionCommand.Retire(id));
        return Replies.ok(retired, retired.state());
    }
}
