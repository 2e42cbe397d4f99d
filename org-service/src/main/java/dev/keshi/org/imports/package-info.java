/**
 * Import of departments, positions and people from CSV files. The files are checked as a whole first, and what is wrong is
 * reported by file, row and column; files with any error write nothing. What was accepted is kept and carried out step by
 * step under a lease: it always rolls forward, and after a crash it goes on where it was. Ids follow from codes and employee
 * numbers, so that a step that is carried out twice, or a file that is imported again, changes only what differs.
 */
@NullMarked
package dev.keshi.org.imports;

import org.jspecify.annotations.NullMarked;
