package dev.keshi.training.course;

/** What a course is about, as the regulations name it. */
public enum CourseSubject {
    INDUCTION,
    SKILLS,
    TOOLS,
    BUSINESS,
    MANAGEMENT,
    COMMUNICATION,
    CONDUCT,
    ETHICS,
    COMPLIANCE,
    TEAM
}
