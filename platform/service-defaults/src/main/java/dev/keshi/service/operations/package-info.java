/** What operators see of a service and do to it, over HTTP and for administrators only. Each action is told as an event. */
@NullMarked
package dev.keshi.service.operations;

import org.jspecify.annotations.NullMarked;
