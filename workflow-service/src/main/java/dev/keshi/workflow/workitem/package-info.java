/**
 * Work items: pieces of work that somebody has to do by a day, assigned by a person, or because of a request, a plan or
 * another service's event. The owner reports the work done; whoever assigned it accepts it or returns it for rework. What
 * became of them is the evidence that appraisal feeds on, so that nothing of it is ever rewritten.
 */
@NullMarked
package dev.keshi.workflow.workitem;

import org.jspecify.annotations.NullMarked;
