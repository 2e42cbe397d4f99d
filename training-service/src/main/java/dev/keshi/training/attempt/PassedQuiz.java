package dev.keshi.training.attempt;

import java.time.Instant;

/**
 * Somebody passed the quiz of a course.
 *
 * @param departmentId where the person worked when the attempt began
 */
public record PassedQuiz(String courseCode, String personId, String departmentId, AttemptId attempt, Instant at) {}
