package dev.keshi.training.lesson;

import dev.keshi.training.quiz.QuestionBank;

/** The bank of one version. */
public record ReleasedBank(int version, QuestionBank bank) {}
