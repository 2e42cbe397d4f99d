package dev.keshi.performance.movement;

import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.consumer.Rebuilds;
import dev.keshi.performance.indicator.FactDelivery;
import dev.keshi.performance.indicator.IndicatorQueries;
import dev.keshi.performance.indicator.MongoMovedFacts;
import dev.keshi.performance.indicator.MongoMovedFacts.MovedFact;
import dev.keshi.performance.indicator.SetAsideQueries;
import dev.keshi.performance.movement.MovedValue.OfDepartment;
import dev.keshi.performance.movement.MovedValue.OfPerson;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Tells of values that have moved. */
@Service
class MovementService {

    private static final Logger log = LoggerFactory.getLogger(MovementService.class);
    private static final int FACTS_AT_ONCE = 500;

    private final MongoMovedFacts facts;
    private final IndicatorQueries indicators;
    private final MongoValues values;
    private final ValueReckoning reckoning;
    private final MongoMovementLease lease;
    private final Rebuilds rebuilds;
    private final SetAsideQueries ofLeavers;
    private final Counter setAside;
    private final String holder = UUID.randomUUID().toString();

    MovementService(
            MongoMovedFacts facts,
            IndicatorQueries indicators,
            MongoValues values,
            ValueReckoning reckoning,
            MongoMovementLease lease,
            Rebuilds rebuilds,
            SetAsideQueries ofLeavers,
            MeterRegistry meters) {
        this.facts = facts;
        this.indicators = indicators;
        this.values = values;
        this.reckoning = reckoning;
        this.lease = lease;
        this.rebuilds = rebuilds;
        this.ofLeavers = ofLeavers;
        this.setAside = meters.counter("evidence_set_aside_total");
    }

    /**
     * Looks at everything that has moved once, part by part; what could not be told keeps its mark. While facts are made anew nothing is told: a
     * part of them would say something else.
     *
     * @return false when it waits for another replica, or for the facts
     */
    boolean tell() {
        boolean taken = false;
        try {
            var after = "";
            List<MovedFact> moved;
            do {
                moved = facts.next(after, FACTS_AT_ONCE);
                if (moved.isEmpty()) {
                    return true;
                }
                if (rebuilds.isUnderWay(FactDelivery.SUBSCRIPTION) || !lease.take(holder)) {
                    return false;
                }
                taken = true;
                tellOrLeave(moved);
                after = moved.getLast().eventId();
            } while (moved.size() == FACTS_AT_ONCE);
            return true;
        } finally {
            if (taken) {
                // Whichever replica takes the next event in is the one to tell, at once.
                lease.giveBack(holder);
            }
        }
    }

    /** One value that cannot be told holds no other back. */
    private void tellOrLeave(List<MovedFact> moved) {
        try {
            tell(moved);
        } catch (AggregateFailure refused) {
            if (moved.size() == 1) {
                log.warn("What {} has moved is told later: {}", moved.getFirst().id(), refused.getMessage());
            } else {
                moved.forEach(one -> tellOrLeave(List.of(one)));
            }
        }
    }

    /** However many facts of a value have moved, it is told once. The marks go last: a replica that dies leaves all of it to the next one. */
    private void tell(List<MovedFact> moved) {
        var people = ofPeople(moved);
        if (!people.isEmpty()) {
            var departments = ofDepartments(people);
            if (!departments.isEmpty()) {
                var unused = values.tell(departments, reckoning::ofDepartments);
            }
        }
        facts.told(moved);
        setAside.increment(ofLeavers.count(moved));
    }

    /** With the event that moved each of them last. */
    private Map<OfPerson, String> ofPeople(List<MovedFact> moved) {
        var fed = indicators.withTarget();
        var people = new LinkedHashMap<OfPerson, String>();
        for (var fact : moved) {
            for (var part : fact.parts()) {
                for (var indicator : fed.getOrDefault(part.stream(), List.of())) {
                    var first = indicator.period().around(part.on()).first();
                    people.put(new OfPerson(indicator, part.personId(), first), fact.eventId());
                }
            }
        }
        return people;
    }

    /** Tells of the values of people; whoever has changed department moves the values of both. */
    private Map<OfDepartment, String> ofDepartments(Map<OfPerson, String> people) {
        var departments = new LinkedHashMap<OfDepartment, String>();
        var now = values.tell(people, reckoning::ofPeople);
        var each = people.keySet().iterator();
        for (var value : now) {
            var of = each.next();
            value.departments()
                    .forEach(department -> departments.merge(
                            new OfDepartment(of.indicator(), department, of.firstDay()),
                            people.getOrDefault(of, ""),
                            MovementService::later));
        }
        return departments;
    }

    private static String later(String oneEvent, String otherEvent) {
        return oneEvent.compareTo(otherEvent) < 0 ? otherEvent : oneEvent;
    }
}
