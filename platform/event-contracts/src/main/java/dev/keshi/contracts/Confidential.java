package dev.keshi.contracts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A field that the publishing service shows to few people, by rules that nobody else can apply. Services may go by it; whoever shows events to people
 * leaves it out, but for auditors.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Confidential {}
