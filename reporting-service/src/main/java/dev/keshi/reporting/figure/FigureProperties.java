package dev.keshi.reporting.figure;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param lateApproval how long a task may wait before it counts as late; no event gives it a due date */
@ConfigurationProperties("keshi.reporting.figures")
record FigureProperties(@DefaultValue("3d") Duration lateApproval) {

    FigureProperties {
        if (!lateApproval.isPositive()) {
            throw new IllegalArgumentException("keshi.reporting.figures.late-approval: " + lateApproval);
        }
    }
}
