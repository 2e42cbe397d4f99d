package dev.keshi.training.assignment;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * By what rules courses are assigned; the regulations give no figures.
 *
 * @param weakBelow an indicator with fewer points is weak, and so is one whose figure reaches fewer percent of its target
 * @param figureSinceDays a figure of a period that ended longer ago finds nothing weak any more
 * @param weaknessDays within how many days a course for a weak indicator is to be taken
 * @param inductionDays within how many days after it is assigned an induction is to be taken
 * @param inductionSinceDays whoever joined or moved longer ago is not inducted any more
 */
@ConfigurationProperties("keshi.training.assignment")
record AssignmentProperties(
        @DefaultValue("60") BigDecimal weakBelow,
        @DefaultValue("180") int figureSinceDays,
        @DefaultValue("90") int weaknessDays,
        @DefaultValue("30") int inductionDays,
        @DefaultValue("60") int inductionSinceDays) {}
