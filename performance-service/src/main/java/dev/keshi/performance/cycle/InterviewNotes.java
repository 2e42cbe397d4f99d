package dev.keshi.performance.cycle;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What came of an interview (绩效面谈).
 *
 * @param heldOn by the enterprise's calendar
 * @param strengths what the person did well
 * @param weaknesses what could be better
 * @param measures what the two agreed on
 * @param remarks what the person said of it
 */
public record InterviewNotes(
        LocalDate heldOn, String strengths, String weaknesses, String measures, Optional<String> remarks) {}
