package dev.keshi.performance.cycle;

import dev.keshi.performance.scoring.IndicatorFamily;
import java.util.Set;

/** How much of the work is judged: 部分 or 全面. */
public enum CycleExtent {

    /** The indicators of some families (考核维度), which the plan names. */
    PARTIAL,

    /** Every indicator of the templates. */
    COMPREHENSIVE;

    /**
     * @param families that a plan names
     * @throws CycleProblem when it names none of a partial cycle or all of them, or any of a comprehensive one
     */
    void require(Set<IndicatorFamily> families) {
        switch (this) {
            case PARTIAL -> {
                if (families.isEmpty()) {
                    throw new CycleProblem.FamiliesMissing();
                }
                if (families.size() == IndicatorFamily.values().length) {
                    throw new CycleProblem.FamiliesAll();
                }
            }
            case COMPREHENSIVE -> {
                if (!families.isEmpty()) {
                    throw new CycleProblem.FamiliesOfComprehensive();
                }
            }
        }
    }
}
