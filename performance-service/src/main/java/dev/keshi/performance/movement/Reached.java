package dev.keshi.performance.movement;

import dev.keshi.performance.scoring.Fraction;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a value comes to now.
 *
 * @param departmentId that the person works in, or whose value it is; absent of somebody who works in none
 * @param value not rounded; absent when nothing is known
 * @param people how many have a value: one at most, or those of the department
 */
record Reached(@Nullable String departmentId, @Nullable Fraction value, int people) {

    /** Works values out, all of them at once. */
    interface Reckoning<V extends MovedValue> {

        /** @return of each of them what it comes to at the moment of the call */
        Map<V, Reached> of(Collection<V> values);
    }
}
