package dev.keshi.training.quiz;

import org.jspecify.annotations.Nullable;

/** @param code names it within its question */
public record Choice(String code, String text, @Nullable String textEn) {}
