/**
 * Positions (岗位): posts with a title and an approved number of holders (编制), made by hand, by import, or from the
 * library of role templates that comes with the platform. A position belongs to a department and the departments below it,
 * or, without one, to all.
 */
@NullMarked
package dev.keshi.org.position;

import org.jspecify.annotations.NullMarked;
