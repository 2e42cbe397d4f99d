/**
 * Whether training helped (培训效果评估), on four levels: what those who came say of it, anonymously; what they knew before and after; what
 * their superiors see in their work some weeks later; and the appraisal indicator before and after.
 */
@NullMarked
package dev.keshi.training.evaluation;

import org.jspecify.annotations.NullMarked;
