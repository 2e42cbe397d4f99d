package dev.keshi.org.department.web;

import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import dev.keshi.org.department.DepartmentCommand;
import dev.keshi.org.department.DepartmentId;
import dev.keshi.org.department.DepartmentQueries;
import dev.keshi.org.department.DepartmentService;
import dev.keshi.org.department.DepartmentView;
import dev.keshi.service.command.Replies;
import dev.keshi.service.command.RequiresIfMatch;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.time.EnterpriseTime;
import jakarta.validation.Valid;
import java.time.LocalDate;
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

/** Departments: everybody in the enterprise reads them, personnel and administrators change them. */
@RestController
@RequestMapping("/api/org/v1/departments")
class DepartmentController {

    private static final String MAY_CHANGE = "hasAnyRole('ADMIN', 'HR')";

    private final DepartmentService departments;
    private final DepartmentQueries queries;
    private final EnterpriseTime time;

    DepartmentController(DepartmentService departments, DepartmentQueries queries, EnterpriseTime time) {
        this.departments = departments;
        this.queries = queries;
        this.time = time;
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    Page<DepartmentView> list(
            @RequestParam @Nullable DepartmentId parentId, @RequestParam @Nullable LocalDate asOf, Paging paging) {
        return queries.list(Optional.ofNullable(parentId), day(asOf), paging);
    }

    @GetMapping("/{id}")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<DepartmentView> find(@PathVariable DepartmentId id, @RequestParam @Nullable LocalDate asOf) {
        var department = queries.find(id, day(asOf)).orElseThrow(DepartmentController::unknown);
        return Replies.ok(department, department.state());
    }

    /** Those above it, the nearest first. */
    @GetMapping("/{id}/above")
    @PreAuthorize("isAuthenticated()")
    List<DepartmentView> above(@PathVariable DepartmentId id, @RequestParam @Nullable LocalDate asOf) {
        return queries.find(id, day(asOf))
                .map(_ -> queries.above(id, day(asOf)))
                .orElseThrow(DepartmentController::unknown);
    }

    @PostMapping
    @PreAuthorize(MAY_CHANGE)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<DepartmentView> open(
            CommandContext context, @Valid @RequestBody DepartmentRequests.OpenDepartment request) {
        var opened = departments.open(context, request.toCommand(time.today()));
        return Replies.created("/api/org/v1/departments/" + opened.id(), opened, opened.state());
    }

    @PostMapping("/{id}/rename")
    @PreAuthorize(MAY_CHANGE)
    ResponseEntity<DepartmentView> rename(
            @PathVariable DepartmentId id,
            @RequiresIfMatch CommandContext context,
            @Valid @RequestBody DepartmentRequests.RenameDepartment request) {
        return changed(context, request.toCommand(id, time.today()));
    }

    @PostMapping("/{id}/move")
    @PreAuthorize(MAY_CHANGE)
    ResponseEntity<DepartmentView> move(
            @PathVariable DepartmentId id,
            @RequiresIfMatch CommandContext context,
            @Valid @RequestBody DepartmentRequests.MoveDepartment request) {
        return changed(context, request.toCommand(id, time.today()));
    }

    @PostMapping("/{id}/manager")
    @PreAuthorize(MAY_CHANGE)
    ResponseEntity<DepartmentView> appointManager(
            @PathVariable DepartmentId id,
            @RequiresIfMatch CommandContext context,
            @Valid @RequestBody DepartmentRequests.AppointManager request) {
        return changed(context, request.toCommand(id, time.today()));
    }

    @PostMapping("/{id}/deputies")
    @PreAuthorize(MAY_CHANGE)
    ResponseEntity<DepartmentView> appointDeputies(
            @PathVariable DepartmentId id,
            @RequiresIfMatch CommandContext context,
            @Valid @RequestBody DepartmentRequests.AppointDeputies request) {
        return changed(context, request.toCommand(id, time.today()));
    }

    @PostMapping("/{id}/close")
    @PreAuthorize(MAY_CHANGE)
    ResponseEntity<DepartmentView> close(
            @PathVariable DepartmentId id,
            @RequiresIfMatch CommandContext context,
            @Valid @RequestBody DepartmentRequests.CloseDepartment request) {
        return changed(context, request.toCommand(id, time.today()));
    }

    private ResponseEntity<DepartmentView> changed(CommandContext context, DepartmentCommand.OfExisting command) {
        Versioned<DepartmentView> department = departments.handle(context, command);
        return Replies.ok(department, department.state());
    }

    private LocalDate day(@Nullable LocalDate asOf) {
        return asOf == null ? time.today() : asOf;
    }

    private static RuntimeException unknown() {
        return Problem.notFound("department-not-found").toException();
    }
}
