package dev.keshi.contracts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The contract of an event type: its name on the wire, where it travels, how it is keyed and what it means. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventContract {

    /** Logical, versioned name, for example {@code keshi.org.department-moved.v1}. Never a class name. */
    String type();

    /** One of {@link Topics}. */
    String topic();

    /** The kind of aggregate that changed, for example {@code department}; all its events share one sequence. */
    String aggregate();

    /** Name of the component that holds the aggregate id, which is the record key and the unit of order. */
    String key();

    /** What happened, in one English sentence. */
    String en();

    /** The same in Chinese. */
    String zh();
}
