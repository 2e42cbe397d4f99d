package dev.keshi.performance.movement;

import dev.keshi.performance.scoring.Fraction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value as it was told last.
 *
 * @param personId whose value it is; absent of a department's
 * @param departmentId that the person worked in then, or whose value it is; absent of somebody who worked in none
 * @param leftDepartmentId that the person worked in before; absent when nothing is known of one
 * @param firstDay of the period
 * @param value rounded half-even to two decimals, here and nowhere else; absent when nothing is known
 * @param exactly the same before it is rounded, as {@link Fraction#text}; absent as the value, and in those told before it was kept
 * @param people how many have a value: one at most, or those of the department
 */
record ValueDocument(
        String indicator,
        @Nullable String personId,
        @Nullable String departmentId,
        @Nullable String leftDepartmentId,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable BigDecimal value,
        @Nullable String exactly,
        int people) {

    private static final int DECIMALS = 2;

    /** Nothing has been told yet. */
    static ValueDocument untold(MovedValue moved) {
        var period = moved.indicator().period().around(moved.firstDay());
        return switch (moved) {
            case MovedValue.OfPerson(var indicator, var person, var _) ->
                new ValueDocument(indicator.code(), person, null, null, period.first(), period.last(), null, null, 0);
            case MovedValue.OfDepartment(var indicator, var department, var _) ->
                new ValueDocument(
                        indicator.code(), null, department, null, period.first(), period.last(), null, null, 0);
        };
    }

    ValueDocument now(Reached reached) {
        var exact = reached.value();
        boolean moved = departmentId != null && !departmentId.equals(reached.departmentId());
        return new ValueDocument(
                indicator,
                personId,
                reached.departmentId(),
                moved ? departmentId : leftDepartmentId,
                firstDay,
                lastDay,
                exact == null ? null : exact.rounded(DECIMALS),
                exact == null ? null : exact.text(),
                reached.people());
    }

    boolean saysTheSameAs(ValueDocument other) {
        return value == null ? other.value == null : other.value != null && value.compareTo(other.value) == 0;
    }

    /** Whose values it is part of, and was part of before. */
    Set<String> departments() {
        var departments = new LinkedHashSet<String>();
        Optional.ofNullable(departmentId).ifPresent(departments::add);
        Optional.ofNullable(leftDepartmentId).ifPresent(departments::add);
        return departments;
    }
}
