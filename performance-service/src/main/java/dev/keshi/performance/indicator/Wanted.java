package dev.keshi.performance.indicator;

import dev.keshi.performance.scoring.Period;
import dev.keshi.performance.scoring.Scale;

/** What is to be measured of somebody: an indicator on some days, and how its figure becomes points. */
public record Wanted(IndicatorCode indicator, Scale scale, Period days) {}
