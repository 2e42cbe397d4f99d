/**
 * Sessions (培训班): a course held at a place and time. So many people have a place; those who come later wait and move up in the order in which
 * they asked. Who came is recorded once.
 */
@NullMarked
package dev.keshi.training.session;

import org.jspecify.annotations.NullMarked;
