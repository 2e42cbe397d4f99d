package dev.keshi.training.lesson.web;

import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import dev.keshi.training.quiz.QuizProblem;
import org.springframework.stereotype.Component;

/** Questions that make no quiz. */
@Component
final class QuizProblems implements ProblemMapping<QuizProblem> {

    @Override
    public Class<QuizProblem> failures() {
        return QuizProblem.class;
    }

    @Override
    public Problem describe(QuizProblem problem) {
        return switch (problem) {
            case QuizProblem.QuestionTwice twice -> Problem.unprocessable("question-twice", twice.question());
            case QuizProblem.ChoiceTwice twice -> Problem.unprocessable("choice-twice", twice.question());
            case QuizProblem.TooFewChoices few -> Problem.unprocessable("choices-too-few", few.question());
            case QuizProblem.ChoicesOfTrueFalse some -> Problem.unprocessable("choices-of-true-false", some.question());
            case QuizProblem.NoRightAnswer none -> Problem.unprocessable("right-answer-missing", none.question());
            case QuizProblem.RightAnswerUnknown other ->
                Problem.unprocessable("right-answer-unknown", other.question());
            case QuizProblem.SeveralRightAnswers several ->
                Problem.unprocessable("right-answers-several", several.question());
            case QuizProblem.BankTooSmall small ->
                Problem.unprocessable("question-bank-too-small", small.drawn(), small.questions());
        };
    }
}
