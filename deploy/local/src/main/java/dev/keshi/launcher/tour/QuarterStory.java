package dev.keshi.launcher.tour;

import dev.keshi.launcher.platform.EnterpriseClock;
import dev.keshi.launcher.tour.Step.Shown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A department lives a quarter on a moved clock: its work, a risk, and the grade that comes of it. */
public final class QuarterStory implements AutoCloseable {

    /** How long it lasts. */
    public static final int DAYS = 91;

    private final EventReader events;
    private final WorkOfTheQuarter work;
    private final WarningOfTheQuarter warning;
    private final GradeOfTheQuarter grade;

    /** One thing that happens. */
    record Chapter(String name, Supplier<Shown> act) {}

    /** Opens the reader, before anything happens. The quarter begins on the day that it is in the enterprise. */
    QuarterStory(QuarterCast cast, EnterpriseClock clock, String kafka) {
        this.events = new EventReader(kafka);
        var carried = new Carried(events);
        LocalDate first = clock.today();
        work = new WorkOfTheQuarter(cast, clock, carried, first);
        warning = new WarningOfTheQuarter(cast, clock, carried, first);
        grade = new GradeOfTheQuarter(cast, clock, carried, first, first.plusDays(DAYS - 1L));
    }

    /** @param killRiskService ends risk-service as a power cut would and starts it again */
    List<Chapter> chapters(Supplier<Shown> killRiskService) {
        var chapters = new ArrayList<Chapter>();
        chapters.add(new Chapter("quarter opened", grade::isAgreedOn));
        chapters.add(new Chapter("work assigned", work::isAssigned));
        chapters.add(new Chapter("work done on time", work::isDoneOnTime));
        chapters.add(new Chapter("work returned", work::comesBackAndIsDoneOnTime));
        chapters.add(new Chapter("work late", work::becomesLate));
        chapters.add(new Chapter("risk indicator slips", warning::isRaisedOnce));
        chapters.add(new Chapter("risk-service killed (-9)", killRiskService));
        chapters.add(new Chapter("warning acknowledged", warning::isTakenNoteOf));
        chapters.add(new Chapter("measure carried out", warning::isAnsweredByAMeasure));
        chapters.add(new Chapter("warning verified", warning::endsVerified));
        chapters.add(new Chapter("quarter's last work", work::lastIsDoneOnTime));
        chapters.add(new Chapter("indicator", () -> grade.isMeasured(work)));
        chapters.add(new Chapter("ratings", grade::isRated));
        chapters.add(new Chapter("grades published", grade::isPublished));
        chapters.add(new Chapter("grade signed", grade::isSigned));
        chapters.add(new Chapter("grade explained", grade::isExplained));
        return chapters;
    }

    @Override
    public void close() {
        events.close();
    }
}
