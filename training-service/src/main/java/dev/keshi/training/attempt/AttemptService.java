package dev.keshi.training.attempt;

import dev.keshi.directory.Scope;
import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Ids;
import dev.keshi.messaging.Versioned;
import dev.keshi.service.time.EnterpriseTime;
import dev.keshi.training.course.CourseCode;
import dev.keshi.training.lesson.CoursewareQueries;
import dev.keshi.training.lesson.OnlineCourses;
import dev.keshi.training.lesson.ReleasedBank;
import dev.keshi.training.organisation.OrganisationQueries;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The door for taking quizzes. */
@Service
public class AttemptService {

    /** So long before a certificate ends its quiz may be taken again. */
    static final int RENEWABLE_DAYS = 60;

    private final MongoAttemptSheets sheets;
    private final AttemptQueries queries;
    private final CoursewareQueries courseware;
    private final OnlineCourses courses;
    private final OrganisationQueries organisation;
    private final Seeds seeds;
    private final EnterpriseTime time;
    private final Ids ids;

    AttemptService(
            MongoAttemptSheets sheets,
            AttemptQueries queries,
            CoursewareQueries courseware,
            OnlineCourses courses,
            OrganisationQueries organisation,
            Seeds seeds,
            EnterpriseTime time,
            Ids ids) {
        this.sheets = sheets;
        this.queries = queries;
        this.courseware = courseware;
        this.courses = courses;
        this.organisation = organisation;
        this.seeds = seeds;
        this.time = time;
        this.ids = ids;
    }

    /**
     * Draws questions for somebody who works here; the same command again, by its idempotency key, answers the attempt it began.
     *
     * @throws AttemptProblem when a rule forbids it, {@link dev.keshi.training.lesson.CoursewareProblem} or
     *     {@link dev.keshi.training.course.CourseProblem} when the course has no quiz to take
     */
    public Versioned<AttemptView> start(CommandContext context, CourseCode code) {
        var person = context.actor();
        var department = organisation.departmentOf(person, (id, theirs) -> true);
        var course = courses.requireOffered(code);
        var newest = courseware.newestBank(code).orElseThrow(() -> new AttemptProblem.NoQuiz(code));
        var attempt = new AttemptId(ids.forCommand("attempt", context));
        long seed = seeds.next();
        var id = AttemptSheetId.of(code, person);
        sheets.createMissing(id, AttemptSheetDocument.empty(code.value(), person, department));
        var changed = change(
                id,
                context.forAnyVersion(),
                sheet -> sheet.start(
                        attempt,
                        newest,
                        course.minutes(),
                        seed,
                        department,
                        passed -> renewableFrom(passed, course.certificateMonths()),
                        now()));
        return queries.view(changed, attempt);
    }

    /**
     * Keeps answers of an attempt that runs.
     *
     * @param answers the choices named, by code of the question; none: taken back
     * @throws AttemptProblem when a rule forbids it
     */
    public Versioned<AttemptView> save(CommandContext context, AttemptId id, Map<String, Set<String>> answers) {
        return answer(context, id, sheet -> sheet.save(id, answers, now()));
    }

    /** Keeps the last answers and ends the attempt. @throws AttemptProblem when a rule forbids it */
    public Versioned<AttemptView> submit(CommandContext context, AttemptId id, Map<String, Set<String>> answers) {
        return answer(context, id, sheet -> sheet.submit(id, answers, now()));
    }

    /** Gives somebody all attempts anew. @throws AttemptProblem when there is nothing to give */
    public Versioned<AttemptSheetView> renew(CommandContext context, Scope see, AttemptSheetId id) {
        var course = queries.sheet(id, see)
                .map(sheet -> new CourseCode(sheet.state().courseCode()))
                .orElseThrow(() -> new AttemptProblem.UnknownSheet(id));
        ReleasedBank newest = courseware.newestBank(course).orElseThrow(() -> new AttemptProblem.NoQuiz(course));
        return AttemptSheetView.of(
                change(id, context, sheet -> sheet.renew(newest.bank().rules().attempts(), newest.version(), now())));
    }

    /** Scores what has run out. To do it again changes nothing. */
    void expire(AttemptSheetId id) {
        var unused = change(id, CommandContext.of("system:attempts"), sheet -> sheet.expire(now()));
    }

    private Versioned<AttemptView> answer(CommandContext context, AttemptId id, Consumer<AttemptSheet> decide) {
        var sheet =
                queries.sheetOf(id, new Scope.Self(context.actor())).orElseThrow(() -> new AttemptProblem.Unknown(id));
        return queries.view(change(new AttemptSheetId(sheet.id()), context, decide), id);
    }

    private Versioned<AttemptSheetDocument> change(
            AttemptSheetId id, CommandContext context, Consumer<AttemptSheet> decide) {
        try {
            return sheets.change(id, context, course -> new KeptQuestions(courseware, course), decide);
        } catch (AggregateFailure.NotFound unknown) {
            throw new AttemptProblem.UnknownSheet(id);
        }
    }

    private Optional<Instant> renewableFrom(Instant passed, @Nullable Integer certificateMonths) {
        return Optional.ofNullable(certificateMonths)
                .map(months -> passed.atZone(time.zone())
                        .plusMonths(months)
                        .minusDays(RENEWABLE_DAYS)
                        .toInstant());
    }

    private Instant now() {
        return time.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
