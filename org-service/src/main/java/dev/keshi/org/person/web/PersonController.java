package dev.keshi.org.person.web;

import dev.keshi.messaging.CommandContext;
import dev.keshi.org.PersonId;
import dev.keshi.org.department.DepartmentId;
import dev.keshi.org.person.PeopleAccessQueries;
import dev.keshi.org.person.PeopleScope;
import dev.keshi.org.person.PersonCommand;
import dev.keshi.org.person.PersonQueries;
import dev.keshi.org.person.PersonService;
import dev.keshi.org.person.PersonView;
import dev.keshi.org.person.PersonView.PersonRecord;
import dev.keshi.service.command.Replies;
import dev.keshi.service.command.RequiresIfMatch;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.security.Caller;
import dev.keshi.service.time.EnterpriseTime;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.Set;
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

/** People: everybody sees the directory fields of those in the own scope, personnel and administrators change them. */
@RestController
@RequestMapping("/api/org/v1/people")
class PersonController {

    private static final String MAY_CHANGE = "hasAnyRole('ADMIN', 'HR')";
    private static final Set<String> SEE_RECORDS = Set.of("ADMIN", "HR", "AUDITOR");

    private final PersonService people;
    private final PersonQueries queries;
    private final PeopleAccessQueries access;
    private final EnterpriseTime time;

    PersonController(PersonService people, PersonQueries queries, PeopleAccessQueries access, EnterpriseTime time) {
        this.people = people;
        this.queries = queries;
        this.access = access;
        this.time = time;
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    Page<PersonView> list(
            Caller caller,
            @RequestParam @Nullable DepartmentId departmentId,
            @RequestParam(defaultValue = "false") boolean withAllBelow,
            @RequestParam @Nullable PersonId reportsTo,
            @RequestParam @Nullable String name,
            Paging paging) {
        var wanted = new PersonQueries.Wanted(
                Optional.ofNullable(departmentId),
                withAllBelow,
                Optional.ofNullable(reportsTo),
                Optional.ofNullable(name).filter(text -> !text.isBlank()));
        return queries.list(wanted, scopeOf(caller), paging);
    }

    @GetMapping("/me")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<PersonRecord> me(Caller caller) {
        return record(new PersonId(caller.id()), scopeOf(caller));
    }

    @GetMapping("/{id}")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<PersonView> find(Caller caller, @PathVariable PersonId id) {
        var person = queries.find(id, scopeOf(caller)).orElseThrow(PersonController::unknown);
        return Replies.ok(person, person.state());
    }

    /** With telephone number, dates and history; for personnel, administrators, auditors and the person. */
    @GetMapping("/{id}/record")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<PersonRecord> record(Caller caller, @PathVariable PersonId id) {
        boolean may = caller.id().equals(id.value()) || caller.roles().stream().anyMatch(SEE_RECORDS::contains);
        if (!may) {
            throw unknown();
        }
        return record(id, scopeOf(caller));
    }

    @PostMapping
    @PreAuthorize(MAY_CHANGE)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PersonRecord> hire(CommandContext context, @Valid @RequestBody PersonRequests.HirePerson request) {
        var hired = people.hire(context, request.toCommand(time.today()));
        return Replies.created("/api/org/v1/people/" + hired.id(), hired, hired.state());
    }

    @PostMapping("/{id}/transfer")
    @PreAuthorize(MAY_CHANGE)
    ResponseEntity<PersonRecord> transfer(
            @PathVariable PersonId id,
            @RequiresIfMatch CommandContext context,
            @Valid @RequestBody PersonRequests.TransferPerson request) {
        return changed(context, request.toCommand(id, time.today()));
    }

    @PostMapping("/{id}/reporting-line")
    @PreAuthorize(MAY_CHANGE)
    ResponseEntity<PersonRecord> changeReportingLine(
            @PathVariable PersonId id,
            @RequiresIfMatch CommandContext context,
            @Valid @RequestBody PersonRequests.ChangeReportingLine request) {
        return changed(context, request.toCommand(id, time.today()));
    }

    @PostMapping("/{id}/details")
    @PreAuthorize(MAY_CHANGE)
    ResponseEntity<PersonRecord> changeDetails(
            @PathVariable PersonId id,
            @RequiresIfMatch CommandContext context,
            @Valid @RequestBody PersonRequests.ChangeDetails request) {
        return changed(context, request.toCommand(id));
    }

    @PostMapping("/{id}/separate")
    @PreAuthorize(MAY_CHANGE)
    ResponseEntity<PersonRecord> separate(
            @PathVariable PersonId id,
            @RequiresIfMatch CommandContext context,
            @Valid @RequestBody PersonRequests.SeparatePerson request) {
        return changed(context, request.toCommand(id));
    }

    private ResponseEntity<PersonRecord> changed(CommandContext context, PersonCommand.OfExisting command) {
        var person = people.handle(context, command);
        return Replies.ok(person, person.state());
    }

    private ResponseEntity<PersonRecord> record(PersonId id, PeopleScope scope) {
        var person = queries.record(id, scope).orElseThrow(PersonController::unknown);
        return Replies.ok(person, person.state());
    }

    private PeopleScope scopeOf(Caller caller) {
        return access.directoryScope(new PersonId(caller.id()), caller.roles());
    }

    private static RuntimeException unknown() {
        return Problem.notFound("person-not-found").toException();
    }
}
