package dev.keshi.training.lesson.web;

import dev.keshi.messaging.CommandContext;
import dev.keshi.service.command.Replies;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.training.course.CourseCode;
import dev.keshi.training.lesson.CoursewareProblem;
import dev.keshi.training.lesson.CoursewareQueries;
import dev.keshi.training.lesson.CoursewareService;
import dev.keshi.training.lesson.CoursewareView;
import dev.keshi.training.lesson.QuestionBankView;
import jakarta.validation.Valid;
import java.util.OptionalInt;
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

/** Lessons for everybody; questions with their answers for those who keep the bank. */
@RestController
@RequestMapping("/api/training/v1/courses/{code}/courseware")
class CoursewareController {

    private static final String KEEPS_THE_BANK = "hasAnyRole('HR', 'ADMIN')";

    private final CoursewareService courseware;
    private final CoursewareQueries queries;

    CoursewareController(CoursewareService courseware, CoursewareQueries queries) {
        this.courseware = courseware;
        this.queries = queries;
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    Page<CoursewareView> list(@PathVariable CourseCode code, Paging paging) {
        return queries.list(code, paging);
    }

    @GetMapping("/current")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<CoursewareView> current(@PathVariable CourseCode code) {
        return found(code, OptionalInt.empty());
    }

    @GetMapping("/{version}")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<CoursewareView> find(@PathVariable CourseCode code, @PathVariable int version) {
        return found(code, OptionalInt.of(version));
    }

    @GetMapping("/{version}/questions")
    @PreAuthorize(KEEPS_THE_BANK)
    ResponseEntity<QuestionBankView> questions(@PathVariable CourseCode code, @PathVariable int version) {
        var bank =
                queries.questions(code, OptionalInt.of(version)).orElseThrow(() -> new CoursewareProblem.Unknown(code));
        return Replies.ok(bank, bank.state());
    }

    @PostMapping
    @PreAuthorize(KEEPS_THE_BANK)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CoursewareView> release(
            @PathVariable CourseCode code,
            CommandContext context,
            @Valid @RequestBody ReleaseCoursewareRequest request) {
        var released = courseware.release(context.forAnyVersion(), code, request.toCourseware());
        return Replies.created(
                "/api/training/v1/courses/%s/courseware/%d"
                        .formatted(code.value(), released.state().version()),
                released,
                released.state());
    }

    private ResponseEntity<CoursewareView> found(CourseCode code, OptionalInt version) {
        var released = queries.find(code, version).orElseThrow(() -> new CoursewareProblem.Unknown(code));
        return Replies.ok(released, released.state());
    }
}
