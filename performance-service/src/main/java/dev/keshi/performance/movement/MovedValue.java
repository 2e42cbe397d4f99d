package dev.keshi.performance.movement;

import dev.keshi.messaging.Ids;
import dev.keshi.performance.indicator.IndicatorView;
import java.time.LocalDate;

/** A value that may have moved. */
sealed interface MovedValue {

    IndicatorView indicator();

    /** Of the period. */
    LocalDate firstDay();

    String id();

    record OfPerson(IndicatorView indicator, String personId, LocalDate firstDay) implements MovedValue {

        @Override
        public String id() {
            return Ids.derived("indicator-value", "person/" + indicator.code() + '/' + personId + '/' + firstDay);
        }
    }

    /** The mean of those who work there. */
    record OfDepartment(IndicatorView indicator, String departmentId, LocalDate firstDay) implements MovedValue {

        @Override
        public String id() {
            return Ids.derived(
                    "indicator-value", "department/" + indicator.code() + '/' + departmentId + '/' + firstDay);
        }
    }
}
