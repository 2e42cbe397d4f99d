package dev.keshi.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

/** A test that shows a capability; how many there are for each, and how many passed, is written down at the end. */
@Test
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Scenario {

    /** Ids of the capabilities, for example {@code O1}. */
    String[] value();
}
