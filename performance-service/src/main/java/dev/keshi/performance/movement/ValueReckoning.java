package dev.keshi.performance.movement;

import dev.keshi.directory.Directory;
import dev.keshi.directory.DirectoryPerson;
import dev.keshi.performance.indicator.IndicatorCode;
import dev.keshi.performance.indicator.IndicatorQueries;
import dev.keshi.performance.indicator.Wanted;
import dev.keshi.performance.movement.MovedValue.OfDepartment;
import dev.keshi.performance.movement.MovedValue.OfPerson;
import dev.keshi.performance.scoring.Period;
import dev.keshi.performance.scoring.Scale;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Works out what many values come to, of people from their facts, of departments from the values of their people. */
final class ValueReckoning {

    private final IndicatorQueries indicators;
    private final MongoValues values;
    private final Directory directory;

    ValueReckoning(IndicatorQueries indicators, MongoValues values, Directory directory) {
        this.indicators = indicators;
        this.values = values;
        this.directory = directory;
    }

    Map<OfPerson, Reached> ofPeople(Collection<OfPerson> people) {
        var departments = departments(people);
        var reached = new HashMap<OfPerson, Reached>();
        // One period after the other: what lies between two of them is not read.
        people.stream().collect(Collectors.groupingBy(ValueReckoning::period)).forEach((days, some) -> {
            var ofPerson = some.stream().collect(Collectors.groupingBy(OfPerson::personId));
            indicators.measureEachBeforeLeaving(wanted(ofPerson, days), (person, measured) -> {
                var inOrder = measured.iterator();
                for (var one : Objects.requireNonNull(ofPerson.get(person))) {
                    var value = inOrder.next().exactly();
                    reached.put(
                            one, new Reached(departments.get(person), value.orElse(null), value.isPresent() ? 1 : 0));
                }
            });
        });
        return reached;
    }

    Map<OfDepartment, Reached> ofDepartments(Collection<OfDepartment> departments) {
        var reached = new HashMap<OfDepartment, Reached>();
        departments.stream().collect(Collectors.groupingBy(Figures::of)).forEach((figures, some) -> {
            var added = values.ofDepartments(
                    figures.indicator(),
                    figures.firstDay(),
                    some.stream().map(OfDepartment::departmentId).toList());
            some.forEach(one -> reached.put(one, mean(one.departmentId(), added.get(one.departmentId()))));
        });
        return reached;
    }

    private record Figures(String indicator, LocalDate firstDay) {

        static Figures of(OfDepartment value) {
            return new Figures(value.indicator().code(), value.firstDay());
        }
    }

    private static Reached mean(String department, MongoValues.@Nullable Added added) {
        return added == null
                ? new Reached(department, null, 0)
                : new Reached(department, added.sum().dividedBy(added.count()), added.count());
    }

    private static Map<String, List<Wanted>> wanted(Map<String, List<OfPerson>> ofPerson, Period days) {
        var wanted = new HashMap<String, List<Wanted>>();
        ofPerson.forEach((person, values) -> wanted.put(
                person,
                values.stream()
                        .map(value ->
                                new Wanted(new IndicatorCode(value.indicator().code()), Scale.PERCENT, days))
                        .toList()));
        return wanted;
    }

    private Map<String, String> departments(Collection<OfPerson> people) {
        var departments = new HashMap<String, String>();
        people.stream()
                .map(OfPerson::personId)
                .distinct()
                .forEach(person -> directory
                        .person(person)
                        .map(DirectoryPerson::departmentId)
                        .ifPresent(department -> departments.put(person, department)));
        return departments;
    }

    private static Period period(OfPerson value) {
        return value.indicator().period().around(value.firstDay());
    }
}
