package dev.keshi.training.lesson.web;

import dev.keshi.service.text.WrittenText;
import dev.keshi.training.lesson.Courseware;
import dev.keshi.training.lesson.Lesson;
import dev.keshi.training.quiz.Choice;
import dev.keshi.training.quiz.Disclosure;
import dev.keshi.training.quiz.Question;
import dev.keshi.training.quiz.QuestionBank;
import dev.keshi.training.quiz.QuestionKind;
import dev.keshi.training.quiz.QuizRules;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A version of an online course, completely. */
record ReleaseCoursewareRequest(
        @NotNull @Size(min = 1, max = MOST_LESSONS) List<@NotNull @Valid LessonBody> lessons,
        @NotNull @Size(min = 1, max = MOST_QUESTIONS) List<@NotNull @Valid QuestionBody> questions,
        @NotNull @Valid QuizBody quiz) {

    private static final String CODE = "[a-z0-9]([a-z0-9-]*[a-z0-9])?";
    private static final int MOST_LESSONS = 100;
    private static final int MOST_QUESTIONS = 500;
    private static final int MOST_CHOICES = 10;
    private static final int CODE_LENGTH = 40;
    private static final int TITLE = 200;
    private static final int LESSON = 50_000;
    private static final int QUESTION = 2000;
    private static final int CHOICE = 500;

    Courseware toCourseware() {
        return new Courseware(
                lessons.stream().map(LessonBody::toLesson).toList(),
                new QuestionBank(
                        questions.stream().map(QuestionBody::toQuestion).toList(), quiz.toRules()));
    }

    /** @param text Markdown */
    record LessonBody(
            @NotNull @Size(min = 1, max = TITLE) @Pattern(regexp = WrittenText.ONE_LINE)
            String title,

            @Nullable @Size(min = 1, max = TITLE) @Pattern(regexp = WrittenText.ONE_LINE)
            String titleEn,

            @NotNull @Size(min = 1, max = LESSON) @Pattern(regexp = WrittenText.LINES)
            String text,

            @Nullable @Size(min = 1, max = LESSON) @Pattern(regexp = WrittenText.LINES)
            String textEn,

            @NotNull @Min(1) @Max(Lesson.MOST_MINUTES) Integer minutes) {

        private Lesson toLesson() {
            return new Lesson(title, titleEn, text, textEn, minutes);
        }
    }

    /** @param choices absent for a question that is true or false */
    record QuestionBody(
            @NotNull @Size(min = 1, max = CODE_LENGTH) @Pattern(regexp = CODE)
            String code,

            @NotNull QuestionKind kind,

            @NotNull @Size(min = 1, max = QUESTION) @Pattern(regexp = WrittenText.LINES)
            String text,

            @Nullable @Size(min = 1, max = QUESTION) @Pattern(regexp = WrittenText.LINES)
            String textEn,

            @Nullable @Size(max = MOST_CHOICES) List<@NotNull @Valid ChoiceBody> choices,
            @NotNull @Size(max = MOST_CHOICES) List<@NotNull @Size(min = 1, max = CODE_LENGTH) String> right,
            @NotNull @Min(1) @Max(Question.MOST_POINTS) Integer points) {

        private Question toQuestion() {
            return new Question(
                    code,
                    kind,
                    text,
                    textEn,
                    choices == null
                            ? List.of()
                            : choices.stream().map(ChoiceBody::toChoice).toList(),
                    right,
                    points);
        }
    }

    record ChoiceBody(
            @NotNull @Size(min = 1, max = CODE_LENGTH) @Pattern(regexp = CODE)
            String code,

            @NotNull @Size(min = 1, max = CHOICE) @Pattern(regexp = WrittenText.LINES)
            String text,

            @Nullable @Size(min = 1, max = CHOICE) @Pattern(regexp = WrittenText.LINES)
            String textEn) {

        private Choice toChoice() {
            return new Choice(code, text, textEn);
        }
    }

    record QuizBody(
            @NotNull @Min(1) @Max(QuizRules.MOST_DRAWN) Integer drawn,
            @NotNull @Min(1) @Max(QuizRules.MOST_PERCENT) Integer passPercent,
            @NotNull @Min(1) @Max(QuizRules.MOST_ATTEMPTS) Integer attempts,
            @NotNull @Min(1) @Max(QuizRules.MOST_MINUTES) Integer minutes,
            @NotNull Disclosure disclosure) {

        private QuizRules toRules() {
            return new QuizRules(drawn, passPercent, attempts, minutes, disclosure);
        }
    }
}
