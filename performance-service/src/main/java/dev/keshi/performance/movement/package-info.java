/**
 * Values of indicators as they move, told to whoever warns or trains. Events leave a mark on each fact they change; within moments one replica
 * works out the values that the marked facts are part of, of the person and of the department, and tells what differs from what was told
 * before, however many facts have moved it. A value is worked out after what was told last has been read, and compared with that in one
 * compare-and-set, so a replica that was slow cannot tell an old one; the marks go only after everything was told, so none is left out
 * when a replica dies.
 *
 * <p>Only indicators with a target are told of: without one nothing can slip. What is asked for over HTTP is worked out anew each time and
 * needs none of this.
 */
@NullMarked
package dev.keshi.performance.movement;

import org.jspecify.annotations.NullMarked;
