/** What stands beside performance-service when it is measured: who tells it of people, who rates, and the rival. */
@NullMarked
package dev.keshi.benchmarks.appraisal;

import org.jspecify.annotations.NullMarked;
