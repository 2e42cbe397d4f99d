/**
 * What a person still has to do, over all services: one list, each thing once. It follows from events alone; what is done
 * anywhere is gone here. Events of different things, repeated or in any order, lead to the same list.
 */
@NullMarked
package dev.keshi.notification.obligation;

import org.jspecify.annotations.NullMarked;
