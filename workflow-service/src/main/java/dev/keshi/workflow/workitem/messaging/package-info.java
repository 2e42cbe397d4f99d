/** Events of other services that lead to work, or that work follows. */
@NullMarked
package dev.keshi.workflow.workitem.messaging;

import org.jspecify.annotations.NullMarked;
