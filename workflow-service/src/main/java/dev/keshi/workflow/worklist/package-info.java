/**
 * The work list of a person: approval tasks and work items in one order, read from where each of them is kept, so that
 * whatever somebody has just done is gone from it at once.
 */
@NullMarked
package dev.keshi.workflow.worklist;

import org.jspecify.annotations.NullMarked;
