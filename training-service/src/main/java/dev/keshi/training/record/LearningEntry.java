package dev.keshi.training.record;

import dev.keshi.training.course.CourseForm;
import dev.keshi.training.trainee.TraineeFact;

/** Something that a person has learned, and how: once for each reference. */
public record LearningEntry(String personId, CourseForm form, int minutes, TraineeFact.Learned learned) {}
