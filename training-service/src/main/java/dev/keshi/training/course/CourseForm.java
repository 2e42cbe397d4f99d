package dev.keshi.training.course;

/** 内部培训、外部培训（选派）、在线学习、跨部门交流. */
public enum CourseForm {
    INTERNAL,
    EXTERNAL,
    ONLINE,
    EXCHANGE
}
