package dev.keshi.reporting.figure;

import dev.keshi.directory.Access;
import dev.keshi.directory.Directory;
import dev.keshi.directory.Scope;
import dev.keshi.reporting.archive.ArchiveQueries;
import dev.keshi.reporting.archive.EventView;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.time.EnterpriseTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Works figures out. Whom and what they are of is decided by the scope, before anything is counted. */
@Service
public class FigureQueries {

    private static final BigDecimal SECONDS = new BigDecimal(3600);

    private final MongoFigures figures;
    private final ArchiveQueries archive;
    private final Directory directory;
    private final Access access;
    private final EnterpriseTime time;
    private final FigureProperties properties;

    FigureQueries(
            MongoFigures figures,
            ArchiveQueries archive,
            Directory directory,
            Access access,
            EnterpriseTime time,
            FigureProperties properties) {
        this.figures = figures;
        this.archive = archive;
        this.directory = directory;
        this.access = access;
        this.time = time;
        this.properties = properties;
    }

    /**
     * @param below whether departments below it count as well
     * @throws FigureProblem when it is outside of the scope, or the months are no span
     */
    public FiguresView ofDepartment(
            Scope scope, String departmentId, boolean below, Optional<YearMonth> from, Optional<YearMonth> to) {
        return view(department(scope, departmentId, below), span(from, to));
    }

    /** The same for one person. */
    public FiguresView ofPerson(Scope scope, String personId, Optional<YearMonth> from, Optional<YearMonth> to) {
        return view(person(scope, personId), span(from, to));
    }

    /**
     * The archived events behind a figure, of what began last first. What the archive has not got yet is left out.
     *
     * @throws FigureProblem when it is outside of the scope, or the month does not go with the figure
     */
    public Page<FigureEventView> eventsOfDepartment(
            Scope scope, String departmentId, boolean below, Figure figure, Optional<YearMonth> month, Paging paging) {
        return events(department(scope, departmentId, below), figure, month, paging);
    }

    /** The same for one person. */
    public Page<FigureEventView> eventsOfPerson(
            Scope scope, String personId, Figure figure, Optional<YearMonth> month, Paging paging) {
        return events(person(scope, personId), figure, month, paging);
    }

    private FigureSubject person(Scope scope, String personId) {
        return directory
                .person(personId, scope)
                .map(person -> new FigureSubject.OfPerson(person.id()))
                .orElseThrow(() -> new FigureProblem.UnknownPerson(personId));
    }

    private FigureSubject department(Scope scope, String departmentId, boolean below) {
        boolean inScope = switch (scope) {
            case Scope.All() -> directory.department(departmentId).isPresent();
            case Scope.Self _ -> false;
            case Scope.Departments led -> led.departmentIds().contains(departmentId);
        };
        if (!inScope) {
            throw new FigureProblem.UnknownDepartment(departmentId);
        }
        // A department that is led is led with all below it, so these are in the scope as well.
        var departments = below ? access.departmentsWithin(departmentId) : Set.of(departmentId);
        return new FigureSubject.OfDepartments(departments);
    }

    private MonthSpan span(Optional<YearMonth> from, Optional<YearMonth> to) {
        return MonthSpan.of(from, to, YearMonth.from(time.today()));
    }

    private FiguresView view(FigureSubject subject, MonthSpan months) {
        var now = now();
        var standing = new FiguresView.NowView(
                figures.count(subject, Figure.APPROVALS_OPEN, now),
                figures.count(subject, Figure.APPROVALS_LATE, now),
                figures.count(subject, Figure.WORK_OPEN, now),
                figures.count(subject, Figure.WORK_LATE, now),
                figures.count(subject, Figure.REQUESTS_OPEN, now),
                figures.count(subject, Figure.RISKS_OPEN, now),
                figures.count(subject, Figure.WARNINGS_OPEN, now));
        return new FiguresView(time.now(), standing, byMonth(subject, months));
    }

    private List<FiguresView.MonthView> byMonth(FigureSubject subject, MonthSpan months) {
        var approvals = figures.ended(subject, EntryKind.APPROVAL, months);
        var work = figures.ended(subject, EntryKind.WORK, months);
        var requests = figures.ended(subject, EntryKind.REQUEST, months);
        var submitted = figures.begun(subject, EntryKind.REQUEST, months);
        var raised = figures.begun(subject, EntryKind.WARNING, months);
        return months.each().stream()
                .map(month -> month(
                        month,
                        in(approvals, month),
                        in(work, month),
                        in(requests, month),
                        submitted.getOrDefault(month, 0L),
                        raised.getOrDefault(month, 0L)))
                .toList();
    }

    private static MongoFigures.Ended in(Map<String, MongoFigures.Ended> months, String month) {
        return months.getOrDefault(month, MongoFigures.Ended.NOTHING);
    }

    private static FiguresView.MonthView month(
            String month,
            MongoFigures.Ended approvals,
            MongoFigures.Ended work,
            MongoFigures.Ended requests,
            long submitted,
            long raised) {
        return new FiguresView.MonthView(
                month,
                approvals.count(),
                hours(approvals.meanSeconds()),
                work.count(),
                work.onTime(),
                percent(work.onTime(), work.count()),
                hours(work.meanSeconds()),
                submitted,
                requests.count(),
                hours(requests.meanSeconds()),
                raised);
    }

    static @Nullable BigDecimal hours(@Nullable Double seconds) {
        return seconds == null ? null : BigDecimal.valueOf(seconds).divide(SECONDS, 1, RoundingMode.HALF_EVEN);
    }

    static @Nullable BigDecimal percent(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part)
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_EVEN);
    }

    private Page<FigureEventView> events(
            FigureSubject subject, Figure figure, Optional<YearMonth> month, Paging paging) {
        if (month.isPresent() && figure.span() == Figure.Span.NOW) {
            throw new FigureProblem.MonthNotAllowed(figure);
        }
        if (month.isEmpty() && figure.span() == Figure.Span.MONTH) {
            throw new FigureProblem.MonthMissing(figure);
        }
        var criteria = MongoFigures.criteria(
                subject, figure, month.map(YearMonth::toString).orElse(null), now());
        var page = paging.page(
                figures.counted(criteria, figure, paging.after(), paging.limit() + 1), MongoFigures.Counted::place);
        var archived = archive.heads(
                page.items().stream().map(MongoFigures.Counted::evidence).toList());
        return new Page<>(
                page.items().stream().flatMap(entry -> view(entry, archived)).toList(), page.nextCursor());
    }

    private static Stream<FigureEventView> view(MongoFigures.Counted entry, Map<String, EventView> archived) {
        return Optional.ofNullable(archived.get(entry.evidence()))
                .map(event -> new FigureEventView(
                        event.id(),
                        event.type(),
                        event.aggregate(),
                        event.key(),
                        event.sequence(),
                        event.time(),
                        entry.people(),
                        entry.departmentId()))
                .stream();
    }

    private MongoFigures.Now now() {
        return new MongoFigures.Now(time.today(), time.now().minus(properties.lateApproval()));
    }
}
