package dev.keshi.launcher.tour;

import dev.keshi.launcher.platform.EnterpriseClock;
import dev.keshi.launcher.tour.Step.Shown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A department lives a quarter on a moved clock: its work, a risk, the grade that comes of it and the course that follows; and of the next one as
 * much as shows whether the course has helped.
 */
public final class QuarterStory implements AutoCloseable {

    private static final int DAYS_OF_A_QUARTER = 91;

    /** How long it lasts. */
    public static final int DAYS = 2 * DAYS_OF_A_QUARTER;

    private final EventReader events;
    private final WorkOfTheQuarter work;
    private final WarningOfTheQuarter warning;
    private final GradeOfTheQuarter grade;
    private final CourseOfTheQuarter course;
    private final NextQuarter next;

    /** One thing that happens. */
    record Chapter(String name, Supplier<Shown> act) {}

    /** Opens the reader, before anything happens. The quarter begins on the day that it is in the enterprise. */
    QuarterStory(QuarterCast cast, EnterpriseClock clock, String kafka) {
        this.events = new EventReader(kafka);
        var carried = new Carried(events);
        LocalDate first = clock.today();
        work = new WorkOfTheQuarter(cast, clock, carried, first);
        warning = new WarningOfTheQuarter(cast, clock, carried, first);
        LocalDate second = first.plusDays(DAYS_OF_A_QUARTER);
        grade = new GradeOfTheQuarter(cast, clock, carried, first, second.minusDays(1));
        course = new CourseOfTheQuarter(cast, clock, carried, second);
        next = new NextQuarter(cast, clock, carried, second, first.plusDays(DAYS - 1L));
    }

    /** @param killRiskService ends risk-service as a power cut would and starts it again */
    List<Chapter> chapters(Supplier<Shown> killRiskService) {
        var chapters = new ArrayList<Chapter>();
        chapters.add(new Chapter("quarter opened", grade::isAgreedOn));
        chapters.add(new Chapter("course offered", course::isOffered));
        chapters.add(new Chapter("work assigned", work::isAssigned));
        chapters.add(new Chapter("work done on time", work::isDoneOnTime));
        chapters.add(new Chapter("work returned", work::comesBackAndIsDoneOnTime));
        chapters.add(new Chapter("work late", work::becomesLate));
        chapters.add(new Chapter("risk indicator slips", warning::isRaisedOnce));
        chapters.add(new Chapter("risk-service killed (-9)", killRiskService));
        chapters.add(new Chapter("warning acknowledged", warning::isTakenNoteOf));
        chapters.add(new Chapter("measure carried out", warning::isAnsweredByAMeasure));
        chapters.add(new Chapter("warning verified", warning::endsVerified));
        chapters.add(new Chapter("quarter's last work", work::lastIsLateToo));
        chapters.add(new Chapter("indicator", () -> grade.isMeasured(work)));
        chapters.add(new Chapter("ratings", grade::isRated));
        chapters.add(new Chapter("grades published", grade::isPublished));
        chapters.add(new Chapter("interview held", grade::isTalkedOver));
        chapters.add(new Chapter("grade signed", grade::isSigned));
        chapters.add(new Chapter("grade explained", grade::isExplained));
        chapters.add(new Chapter("course assigned", () -> course.isAssignedOnce(grade.whole())));
        chapters.add(new Chapter("next quarter opened", () -> next.isOpened(grade.template())));
        chapters.add(new Chapter("course taken", course::isTaken));
        chapters.add(new Chapter("next quarter's work", next::workIsDoneOnTime));
        chapters.add(new Chapter("next grades published", next::isPublished));
        chapters.add(new Chapter("effect of the course", () -> course.hasHelped(grade.whole(), next.whole())));
        return chapters;
    }

    @Override
    public void close() {
        events.close();
    }
}
