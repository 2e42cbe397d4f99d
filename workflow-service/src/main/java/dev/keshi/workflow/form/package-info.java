/** What a request carries: the fields a process declares on its start event, and the check of what was sent. */
@NullMarked
package dev.keshi.workflow.form;

import org.jspecify.annotations.NullMarked;
