package dev.keshi.training.assignment;

import dev.keshi.training.trainee.TraineeFact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** An indicator that was found weak, and by what. */
sealed interface Finding {

    String indicator();

    /** Of the work that it judges; empty where nobody has said. */
    Optional<TraineeFact.Days> judged();

    /** Whether it speaks of the work after something that was taken on a day, which became known at a moment. */
    boolean isOfWorkAfter(Instant known, LocalDate day);

    /** What is assigned for it is assigned once for that. */
    AssignmentId assignmentOf(String personId);

    /** By points. */
    record ByAppraisal(Weakness weakness, TraineeFact.Appraised appraisal) implements Finding {

        @Override
        public String indicator() {
            return weakness.indicator();
        }

        @Override
        public Optional<TraineeFact.Days> judged() {
            return appraisal.judged();
        }

        @Override
        public boolean isOfWorkAfter(Instant known, LocalDate day) {
            return appraisal.isOfWorkAfter(known, day);
        }

        @Override
        public AssignmentId assignmentOf(String personId) {
            return AssignmentId.ofWeakness(personId, weakness);
        }
    }

    /** By what the events of the platform or imports come to. */
    record ByFigure(PeriodFigure figure, TraineeFact.Figure fact) implements Finding {

        @Override
        public String indicator() {
            return figure.indicator();
        }

        @Override
        public Optional<TraineeFact.Days> judged() {
            return Optional.of(figure.days());
        }

        @Override
        public boolean isOfWorkAfter(Instant known, LocalDate day) {
            return fact.isOfWorkAfter(day);
        }

        @Override
        public AssignmentId assignmentOf(String personId) {
            return AssignmentId.ofFigure(personId, figure);
        }
    }
}
