/**
 * Departments (部门, 科室) and the functional groups (职能小组) inside them: one tree with one top, in which every change
 * holds from a day on, so that it can be seen as it stood on any day. Each has at most one manager and any number of
 * deputies, each deputy with an area of responsibility (分管领域).
 *
 * <p>The tree is kept as parent facts inside each department, and nowhere else. Moving a department with a thousand others
 * below it writes two documents: the department and the one structure revision, on which concurrent structure changes
 * collide, so that two moves at once cannot make a cycle. For questions about branches each replica holds the whole tree in
 * memory (5,000 departments are about 1 MB), reads the revision with each question and reloads when it has risen.
 */
@NullMarked
package dev.keshi.org.department;

import org.jspecify.annotations.NullMarked;
