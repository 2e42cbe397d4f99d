package dev.keshi.performance.template.web;

import dev.keshi.directory.Directory;
import dev.keshi.messaging.CommandContext;
import dev.keshi.performance.population.PopulationQueries;
import dev.keshi.performance.template.TemplateCode;
import dev.keshi.performance.template.TemplateCommand;
import dev.keshi.performance.template.TemplateId;
import dev.keshi.performance.template.TemplateProblem;
import dev.keshi.performance.template.TemplateQueries;
import dev.keshi.performance.template.TemplateService;
import dev.keshi.performance.template.TemplateView;
import dev.keshi.service.command.Replies;
import dev.keshi.service.command.RequiresIfMatch;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
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

/** Templates: personnel write them, everybody reads the one that applies to the own position. */
@RestController
@RequestMapping("/api/performance/v1/templates")
class TemplateController {

    private static final String MAY_CHANGE = "hasRole('HR')";
    private static final String MAY_READ_ALL = "hasAnyRole('HR', 'ADMIN', 'AUDITOR')";
    private static final String PATH = "/api/performance/v1/templates/";

    private final TemplateService templates;
    private final TemplateQueries queries;
    private final PopulationQueries population;
    private final Directory directory;

    TemplateController(
            TemplateService templates, TemplateQueries queries, PopulationQueries population, Directory directory) {
        this.templates = templates;
        this.queries = queries;
        this.population = population;
        this.directory = directory;
    }

    @GetMapping
    @PreAuthorize(MAY_READ_ALL)
    Page<TemplateView> list(@RequestParam @Nullable @Pattern(regexp = TemplateCode.SHAPE) String code, Paging paging) {
        return queries.list(Optional.ofNullable(code).map(TemplateCode::new), paging);
    }

    /** The usual one for the position the caller holds today; a cycle may prefer another. */
    @GetMapping("/mine")
    @PreAuthorize("hasRole('EMPLOYEE')")
    ResponseEntity<TemplateView> mine(Caller caller) {
        var position = directory
                .person(caller.id())
                .map(person -> person.positionId())
                .map(id -> population.roleTemplates(List.of(id)).get(id));
        var template = queries.choice()
                .of(position, List.of())
                .flatMap(chosen -> queries.find(chosen.id()))
                .orElseThrow(TemplateProblem.NoneFits::new);
        return Replies.ok(template, template.state());
    }

    @GetMapping("/{id}")
    @PreAuthorize(MAY_READ_ALL)
    ResponseEntity<TemplateView> find(@PathVariable TemplateId id) {
        var template = queries.find(id).orElseThrow(() -> new TemplateProblem.Unknown(id));
        return Replies.ok(template, template.state());
    }

    @PostMapping
    @PreAuthorize(MAY_CHANGE)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<TemplateView> draft(
            CommandContext context, @Valid @RequestBody TemplateRequests.DraftTemplate request) {
        var drafted = templates.draft(context, request.toCommand());
        return Replies.created(PATH + drafted.id(), drafted, drafted.state());
    }

    @PostMapping("/{id}/revise")
    @PreAuthorize(MAY_CHANGE)
    ResponseEntity<TemplateView> revise(
            @PathVariable TemplateId id,
            @RequiresIfMatch CommandContext context,
            @Valid @RequestBody TemplateRequests.ReviseTemplate request) {
        var revised = templates.handle(context, request.toCommand(id));
        return Replies.ok(revised, revised.state());
    }

    @PostMapping("/{id}/release")
    @PreAuthorize(MAY_CHANGE)
    ResponseEntity<TemplateView> release(@PathVariable TemplateId id, @RequiresIfMatch CommandContext context) {
        var released = templates.handle(context, new TemplateCommand.Release(id));
        return Replies.ok(released, released.state());
    }
}
