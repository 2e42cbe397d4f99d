package dev.keshi.training.attempt;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import dev.keshi.directory.Scope;
import dev.keshi.messaging.Versioned;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import dev.keshi.training.course.CourseCode;
import dev.keshi.training.lesson.CoursewareQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Reads attempts. What somebody may not see is left out by the query itself. */
@Component
public class AttemptQueries {

    private final MongoAttemptSheets sheets;
    private final CoursewareQueries courseware;

    AttemptQueries(MongoAttemptSheets sheets, CoursewareQueries courseware) {
        this.sheets = sheets;
        this.courseware = courseware;
    }

    /** Empty when there is none, or when the reader may not see it. */
    public Optional<Versioned<AttemptView>> find(AttemptId id, Scope see) {
        return sheetOf(id, see).map(sheet -> view(sheet, id));
    }

    /** Empty when there is none, or when the reader may not see it. */
    public Optional<Versioned<AttemptSheetView>> sheet(AttemptSheetId id, Scope see) {
        return sheets.select(and(eq("_id", id.value()), within(see)), 1).stream()
                .findFirst()
                .map(AttemptSheetView::of);
    }

    /** In a fixed order. */
    public Page<AttemptSheetView> list(Optional<CourseCode> course, Scope see, Paging paging) {
        var filter = new ArrayList<Bson>(List.of(within(see)));
        course.ifPresent(code -> filter.add(eq(MongoAttemptSheets.COURSE, code.value())));
        paging.after().ifPresent(after -> filter.add(gt("_id", after.id())));
        return paging.page(
                sheets.select(and(filter), paging.limit() + 1),
                sheet -> Position.of(sheet.id(), sheet.id()),
                sheet -> AttemptSheetView.of(sheet).state());
    }

    /** How those in the scope did at a course. */
    public TestFigures figures(CourseCode course, Scope see) {
        return sheets.figures(and(eq(MongoAttemptSheets.COURSE, course.value()), within(see)));
    }

    Optional<Versioned<AttemptSheetDocument>> sheetOf(AttemptId id, Scope see) {
        return sheets.select(and(eq(MongoAttemptSheets.ATTEMPT, id.value()), within(see)), 1).stream()
                .findFirst();
    }

    Versioned<AttemptView> view(Versioned<AttemptSheetDocument> sheet, AttemptId id) {
        var attempt = sheet.state().attempts().stream()
                .filter(one -> one.attemptId().equals(id.value()))
                .findFirst()
                .orElseThrow(() -> new AttemptProblem.Unknown(id));
        var bank = courseware.bank(new CourseCode(sheet.state().courseCode()), attempt.coursewareVersion());
        return AttemptView.of(
                sheet, attempt, bank.draw(attempt.seed()), bank.rules().disclosure());
    }

    private static Bson within(Scope see) {
        return see.within(MongoAttemptSheets.PERSON, MongoAttemptSheets.DEPARTMENT);
    }
}
