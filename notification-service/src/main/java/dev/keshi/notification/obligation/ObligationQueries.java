package dev.keshi.notification.obligation;

import dev.keshi.directory.Access;
import dev.keshi.directory.Directory;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import dev.keshi.service.time.EnterpriseTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Reads what somebody has to do. For whom it waits is part of every query: what waits for others does not exist. */
@Service
public class ObligationQueries {

    private static final int MOST_MEASURES = 1_000;

    private final MongoObligations obligations;
    private final CourseNames courses;
    private final Directory directory;
    private final Access access;
    private final EnterpriseTime time;

    ObligationQueries(
            MongoObligations obligations,
            CourseNames courses,
            Directory directory,
            Access access,
            EnterpriseTime time) {
        this.obligations = obligations;
        this.courses = courses;
        this.directory = directory;
        this.access = access;
        this.time = time;
    }

    /** @param personnel whether what waits for personnel is the reader's too */
    public record Reader(String personId, boolean personnel) {}

    /** By due date, what has none by when it began to wait; each thing once. */
    public Page<ObligationView> page(Reader reader, ObligationFilter filter, Paging paging, Locale language) {
        var holders = holders(reader);
        var today = time.today();
        int most = paging.limit() + 1;
        var found = new ArrayList<Obligation>(most);
        var after = paging.after();
        while (found.size() < most) {
            var some = obligations.inOrder(holders, filter, today, after, most);
            var covered = covered(some);
            some.stream()
                    .filter(one -> !covered.contains(one.id()))
                    .limit(most - found.size())
                    .forEach(found::add);
            if (some.size() < most) {
                break;
            }
            after = Optional.of(place(some.getLast()));
        }
        var texts = new ObligationTexts(language, names(found));
        return paging.page(courses.told(found), ObligationQueries::place, one -> view(one, holders, texts));
    }

    private Map<String, String> names(List<Obligation> found) {
        var people = found.stream()
                .flatMap(one -> Stream.ofNullable(one.topic().personId()))
                .collect(Collectors.toSet());
        return directory.names(people);
    }

    public ObligationCounts count(Reader reader) {
        var overdue = new ObligationFilter(Set.of(), true);
        return new ObligationCounts(count(reader, ObligationFilter.ALL), count(reader, overdue));
    }

    private long count(Reader reader, ObligationFilter filter) {
        var holders = holders(reader);
        var today = time.today();
        var measures = new ObligationFilter(Set.of(ObligationKind.MEASURE), filter.overdueOnly());
        var some = obligations.inOrder(holders, measures, today, Optional.empty(), MOST_MEASURES);
        return obligations.count(holders, filter, today) - covered(some).size();
    }

    /** Nothing but measures is ever covered. */
    private Set<String> covered(List<Obligation> some) {
        return obligations.covered(some.stream()
                .filter(one -> one.kind() == ObligationKind.MEASURE)
                .map(Obligation::id)
                .collect(Collectors.toSet()));
    }

    private List<Holder> holders(Reader reader) {
        var holders = new ArrayList<Holder>();
        holders.add(Holder.person(reader.personId()));
        if (reader.personnel()) {
            holders.add(Holder.personnel());
        }
        access.ledDirectly(reader.personId()).stream()
                .sorted()
                .map(Holder::leadersOf)
                .forEach(holders::add);
        return holders;
    }

    private ObligationView view(Obligation one, List<Holder> reader, ObligationTexts texts) {
        var kind = one.kind();
        var topic = one.topic();
        return new ObligationView(
                one.id(),
                kind,
                texts.text(kind, topic),
                texts.title(topic),
                topic.personId(),
                one.dueOn().orElse(null),
                one.dueOn().filter(due -> due.isBefore(time.today())).isPresent(),
                one.sinceOf(reader),
                new ObligationView.TargetView(kind.service(), kind.resource(), topic.targetId(), topic.parentId()));
    }

    private static Position place(Obligation one) {
        return Position.of(one.order(), one.id());
    }
}
