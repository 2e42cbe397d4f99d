package dev.keshi.risk.register;

import dev.keshi.risk.matrix.Exposure;
import dev.keshi.risk.matrix.RatedExposure;

/** The matrix in force, as far as a risk needs it. */
@FunctionalInterface
interface Scale {

    RatedExposure rate(Exposure exposure);
}
