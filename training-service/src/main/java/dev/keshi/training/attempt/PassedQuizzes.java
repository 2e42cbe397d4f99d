package dev.keshi.training.attempt;

import dev.keshi.messaging.CommandContext;

/** Whoever has something to do when a quiz is passed. Called within the transaction of the pass, perhaps more than once. */
public interface PassedQuizzes {

    void passed(CommandContext context, PassedQuiz pass);
}
