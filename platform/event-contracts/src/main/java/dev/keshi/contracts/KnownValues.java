package dev.keshi.contracts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The words that a text, or each text of a list, is one of, as far as this release publishes them. The list is open: a later release may add
 * one, and subscribers treat what they do not know as "other". None is ever taken back or renamed.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface KnownValues {

    String[] value();
}
