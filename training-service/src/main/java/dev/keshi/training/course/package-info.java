/**
 * The catalogue of courses (课程): internal, external, online and by exchange, with what each requires first, which indicators it
 * strengthens and whose induction it belongs to. A code means one course for good; what is retired stays known.
 */
@NullMarked
package dev.keshi.training.course;

import org.jspecify.annotations.NullMarked;
