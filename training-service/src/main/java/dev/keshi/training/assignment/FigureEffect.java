package dev.keshi.training.assignment;

/**
 * The figure of the same indicator in a period after the course was taken.
 *
 * @param improved whether it is better than before
 */
record FigureEffect(PeriodFigure after, boolean improved) {}
