/** Starts the servers and the contenders, gives each its turn, reads what all processes cost, and compares. */
@NullMarked
package dev.keshi.benchmarks.runner;

import org.jspecify.annotations.NullMarked;
