package dev.keshi.contracts.training;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;

/** A course is given no more. It stays known, so that older records can name it. */
@EventContract(
        type = "keshi.training.course-retired.v1",
        topic = Topics.TRAINING,
        aggregate = "course",
        key = "courseCode",
        en = "A course is given to nobody any more.",
        zh = "课程已停用，不再安排。")
public record CourseRetiredV1(String courseCode) implements PublishedEvent {}
