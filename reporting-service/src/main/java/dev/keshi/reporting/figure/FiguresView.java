package dev.keshi.reporting.figure;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits, and what was done month by month; from the events that had arrived.
 *
 * @param asOf when it was worked out
 * @param months the earliest first
 */
public record FiguresView(Instant asOf, NowView now, List<MonthView> months) {

    public FiguresView {
        months = List.copyOf(months);
    }

    /**
     * What stands now.
     *
     * @param approvalsLate those that have waited longer than three days, unless configured otherwise
     * @param workLate those whose due date has passed
     */
    public record NowView(
            long approvalsOpen,
            long approvalsLate,
            long workOpen,
            long workLate,
            long requestsOpen,
            long risksOpen,
            long warningsOpen) {}

    /**
     * What happened in a month of the enterprise's calendar. Hours and percent have one decimal, rounded half-even; they are absent
     * where nothing was done.
     *
     * @param approvalMeanHours how long tasks were with whoever decided them
     * @param workOnTime how many were reported by their due date, of those that were done
     * @param workMeanHours from assignment to completion
     * @param requestsDecided approved or rejected
     * @param requestMeanHours from submission to decision
     */
    public record MonthView(
            String month,
            long approvalsDecided,
            @Nullable BigDecimal approvalMeanHours,
            long workDone,
            long workOnTime,
            @Nullable BigDecimal workOnTimePercent,
            @Nullable BigDecimal workMeanHours,
            long requestsSubmitted,
            long requestsDecided,
            @Nullable BigDecimal requestMeanHours,
            long warningsRaised) {}
}
