package dev.keshi.training.course.web;

import dev.keshi.messaging.CommandContext;
import dev.keshi.service.command.Replies;
import dev.keshi.service.command.RequiresIfMatch;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.training.course.CourseCode;
import dev.keshi.training.course.CourseCommand;
import dev.keshi.training.course.CourseForm;
import dev.keshi.training.course.CourseProblem;
import dev.keshi.training.course.CourseQueries;
import dev.keshi.training.course.CourseService;
import dev.keshi.training.course.CourseSubject;
import dev.keshi.training.course.CourseView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
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

/** The catalogue: HR keeps it, everybody may know it. */
@RestController
@RequestMapping("/api/training/v1/courses")
class CourseController {

    private static final String PATH = "/api/training/v1/courses/";

    private final CourseService courses;
    private final CourseQueries queries;

    CourseController(CourseService courses, CourseQueries queries) {
        this.courses = courses;
        this.queries = queries;
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    Page<CourseView> list(
            @RequestParam(required = false) @Nullable CourseForm form,
            @RequestParam(required = false) @Nullable CourseSubject subject,
            @RequestParam(required = false) @Nullable @Size(max = 40) String indicator,
            @RequestParam(required = false) @Nullable Boolean retired,
            Paging paging) {
        return queries.list(
                new CourseQueries.Wanted(
                        Optional.ofNullable(form),
                        Optional.ofNullable(subject),
                        Optional.ofNullable(indicator),
                        Optional.ofNullable(retired)),
                paging);
    }

    @GetMapping("/{code}")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<CourseView> find(@PathVariable CourseCode code) {
        var course = queries.find(code).orElseThrow(() -> new CourseProblem.Unknown(code));
        return Replies.ok(course, course.state());
    }

    @PostMapping
    @PreAuthorize("hasAnyRole('HR', 'ADMIN')")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CourseView> publish(
            CommandContext context, @Valid @RequestBody CourseRequests.PublishCourse request) {
        var published = courses.publish(context, request.toCommand());
        return Replies.created(PATH + published.id(), published, published.state());
    }

    @PostMapping("/{code}/revise")
    @PreAuthorize("hasAnyRole('HR', 'ADMIN')")
    ResponseEntity<CourseView> revise(
            @PathVariable CourseCode code,
            @RequiresIfMatch CommandContext context,
            @Valid @RequestBody CourseRequests.ReviseCourse request) {
        var revised = courses.handle(context, new CourseCommand.Revise(code, request.content()));
        return Replies.ok(revised, revised.state());
    }

    @PostMapping("/{code}/retire")
    @PreAuthorize("hasAnyRole('HR', 'ADMIN')")
    ResponseEntity<CourseView> retire(@PathVariable CourseCode code, @RequiresIfMatch CommandContext context) {
        var retired = courses.handle(context, new CourseCommand.Retire(code));
        return Replies.ok(retired, retired.state());
    }
}
