/** Events of other services that lead to work. */
@NullMarked
package dev.keshi.workflow.workitem.messaging;

import org.jspecify.annotations.NullMarked;
