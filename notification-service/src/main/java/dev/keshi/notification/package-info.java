/**
 * The inbox of every person: what waits for them and what became of their requests. Everything in it follows from
 * events of other services; people only read and acknowledge.
 */
@NullMarked
package dev.keshi.notification;

import org.jspecify.annotations.NullMarked;
