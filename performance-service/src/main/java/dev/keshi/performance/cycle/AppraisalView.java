package dev.keshi.performance.cycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keshi.performance.scoring.Grade;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An appraisal as its reader may see it: before publishing only personnel and auditors see what came out.
 *
 * @param personName absent for somebody who was erased
 * @param departmentId where the person worked on the day of the population
 * @param superiorId who holds the interview, unless that one has left
 * @param cancelled whether its cycle was called off, so that it never will be published
 * @param total absent when it is not to be seen, or when nothing counts
 * @param weightCounted percent of the weight the total rests on: below 100 where ratings or events were not there; absent as the total
 * @param grade the same
 * @param calibrations how the grade was changed, and why
 * @param waivers ratings of superiors that were done without, and why
 * @param interview absent when it is not to be seen, or was not held yet
 * @param passedOn from whom to whom the interview, and the signature of whoever held it, went because somebody had left, in order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AppraisalView(
        String id,
        String cycleId,
        String personId,
        @Nullable String personName,
        String departmentId,
        @Nullable String superiorId,
        List<StayView> stays,
        boolean published,
        boolean cancelled,
        @Nullable BigDecimal total,
        @Nullable BigDecimal weightCounted,
        @Nullable Grade grade,
        List<CalibrationView> calibrations,
        List<WaiverView> waivers,
        @Nullable InterviewView interview,
        List<PassingView> passedOn,
        @Nullable Instant signedByPerson,
        @Nullable Instant signedBySuperior) {

    public AppraisalView {
        stays = List.copyOf(stays);
        calibrations = List.copyOf(calibrations);
        waivers = List.copyOf(waivers);
        passedOn = List.copyOf(passedOn);
    }

    /**
     * It follows from the organisation alone, not from who has rated.
     *
     * @param duty what was passed on
     * @param from who had it; absent where nobody in particular did
     * @param to who has it since; absent where nobody stands above the person, so that personnel have it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PassingView(
            AppraisalDuty duty,
            @Nullable String from,
            @Nullable String to,
            Instant at) {}

    /**
     * What was said of what came out.
     *
     * @param measures what the two agreed on
     * @param remarks what the person said of it
     * @param by who held it
     * @param at when it was recorded
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record InterviewView(
            LocalDate heldOn,
            String strengths,
            String weaknesses,
            String measures,
            @Nullable String remarks,
            String by,
            Instant at) {}

    /** A position held within the period. @param templateId what the work in it is judged by */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StayView(
            String templateId,
            String departmentId,
            @Nullable String positionId,
            LocalDate firstDay,
            LocalDate lastDay) {}

    /** @param by who changed it; for personnel and auditors only */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CalibrationView(
            Grade grade,
            String reason,
            Instant at,
            @Nullable String by) {}

    /**
     * @param stay number of the position held, from 0
     * @param at absent where it was not kept yet
     * @param by who did without it; for personnel and auditors only
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WaiverView(
            int stay,
            String reason,
            @Nullable Instant at,
            @Nullable String by) {}
}
