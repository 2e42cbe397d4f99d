/**
 * Identification rounds (风险识别): every department of a scope that is open on the day is asked for its risks. Each answers once,
 * that there is nothing new or with the risks it has registered in the round; how many have answered is the progress.
 */
@NullMarked
package dev.keshi.risk.round;

import org.jspecify.annotations.NullMarked;
