/**
 * Notifications of one person each. A notification keeps ids and what the process calls itself, never a name or a
 * sentence: those are put together for whoever reads it, when it is read. What waits for a person is one notification a
 * task, which is settled and opened again as the task goes on; what has happened is one notification a fact.
 */
@NullMarked
package dev.keshi.notification.inbox;

import org.jspecify.annotations.NullMarked;
