package dev.keshi.chaos.load;

import dev.keshi.chaos.ledger.Outcome;
import dev.keshi.launcher.client.Answer;
import java.util.Optional;

/** What came of a command. */
record Reply(Outcome outcome, Optional<Answer> answer, String words) {

    static Reply of(Answer answer) {
        boolean comeAgain = answer.headers().firstValue("Retry-After").isPresent();
        return new Reply(outcome(answer.status(), comeAgain), Optional.of(answer), Integer.toString(answer.status()));
    }

    static Reply none(String reason) {
        return new Reply(Outcome.UNKNOWN, Optional.empty(), reason);
    }

    boolean isOk() {
        return outcome == Outcome.OK;
    }

    /** A key that is in flight says nothing of the command; an error of the server may have come after the commit. */
    private static Outcome outcome(int status, boolean comeAgain) {
        if (status < 300) {
            return Outcome.OK;
        }
        return status >= 500 || status == 409 && comeAgain ? Outcome.UNKNOWN : Outcome.FAILED;
    }
}
