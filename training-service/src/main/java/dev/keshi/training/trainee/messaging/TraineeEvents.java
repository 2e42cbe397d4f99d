package dev.keshi.training.trainee.messaging;

import dev.keshi.contracts.org.PersonHiredV1;
import dev.keshi.contracts.org.PersonSeparatedV1;
import dev.keshi.contracts.org.PersonTransferredV1;
import dev.keshi.contracts.org.PositionDefinedV1;
import dev.keshi.contracts.performance.AppraisalPublishedV1;
import dev.keshi.contracts.performance.IndicatorMovedV1;
import dev.keshi.contracts.performance.IndicatorResult;
import dev.keshi.contracts.training.AttendanceRecordedV1;
import dev.keshi.contracts.training.QuizPassedV1;
import dev.keshi.messaging.consumer.Effect;
import dev.keshi.messaging.consumer.EventHandlers;
import dev.keshi.messaging.consumer.ReceivedEvent;
import dev.keshi.service.time.EnterpriseTime;
import dev.keshi.training.trainee.PositionQueries;
import dev.keshi.training.trainee.ToldFact;
import dev.keshi.training.trainee.TraineeFact;
import dev.keshi.training.trainee.TraineeFacts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** People join, move and leave, they are appraised, their figures move, and they learn. */
@Configuration(proxyBeanMethods = false)
class TraineeEvents {

    @Bean
    EventHandlers traineeHandlers(TraineeFacts facts, EnterpriseTime time) {
        var handlers = EventHandlers.named("trainees")
                .projection(
                        PositionQueries.COLLECTION,
                        "position",
                        positions -> positions.on(
                                PositionDefinedV1.class,
                                event -> PositionQueries.defined(
                                        event.data().code(), event.data().template())));
        return told(handlers, time, (_, fact) -> facts.kept(fact))
                .readModel(TraineeFacts.COLLECTION, TraineeFacts.readModel());
    }

    /** Apart from the facts themselves: when those are made anew nothing is news. */
    @Bean
    EventHandlers traineeNewsHandlers(TraineeFacts facts, EnterpriseTime time) {
        return told(EventHandlers.named("trainee-news"), time, facts::news);
    }

    private static EventHandlers told(
            EventHandlers handlers, EnterpriseTime time, BiFunction<ReceivedEvent<?>, ToldFact, List<Effect>> effects) {
        return handlers.effects(PersonHiredV1.class, event -> effects.apply(event, hired(event)))
                .effects(PersonTransferredV1.class, event -> effects.apply(event, moved(event)))
                .effects(PersonSeparatedV1.class, event -> effects.apply(event, left(event)))
                .effects(AppraisalPublishedV1.class, event -> effects.apply(event, appraised(event)))
                .effects(
                        IndicatorMovedV1.class,
                        event -> figure(event)
                                .map(figure -> effects.apply(event, figure))
                                .orElseGet(Effect::none))
                .effects(
                        AttendanceRecordedV1.class,
                        event -> event.data().attended().stream()
                                .flatMap(person -> effects.apply(event, attended(event, person)).stream())
                                .toList())
                .effects(QuizPassedV1.class, event -> effects.apply(event, passed(event, time)));
    }

    private static ToldFact hired(ReceivedEvent<PersonHiredV1> event) {
        var hired = event.data();
        return ToldFact.by(
                event,
                hired.personId(),
                new TraineeFact.Works(
                        event.sequence(),
                        event.time(),
                        hired.hiredOn(),
                        hired.departmentId(),
                        Optional.ofNullable(hired.positionId()),
                        true));
    }

    private static ToldFact moved(ReceivedEvent<PersonTransferredV1> event) {
        var moved = event.data();
        return ToldFact.by(
                event,
                moved.personId(),
                new TraineeFact.Works(
                        event.sequence(),
                        event.time(),
                        moved.effectiveOn(),
                        moved.departmentId(),
                        Optional.ofNullable(moved.positionId()),
                        false));
    }

    private static ToldFact left(ReceivedEvent<PersonSeparatedV1> event) {
        return ToldFact.by(
                event,
                event.data().personId(),
                new TraineeFact.Left(
                        event.sequence(), event.time(), event.data().separatedOn()));
    }

    private static ToldFact appraised(ReceivedEvent<AppraisalPublishedV1> event) {
        var appraisal = event.data();
        var points = appraisal.indicators().stream()
                .collect(Collectors.toMap(
                        IndicatorResult::code, result -> new BigDecimal(result.points()), BigDecimal::min));
        return ToldFact.by(
                event,
                appraisal.personId(),
                new TraineeFact.Appraised(
                        appraisal.appraisalId(), event.sequence(), event.time(), judged(appraisal), points));
    }

    private static Optional<TraineeFact.Days> judged(AppraisalPublishedV1 appraisal) {
        var first = appraisal.firstDay();
        var last = appraisal.lastDay();
        return first == null || last == null ? Optional.empty() : Optional.of(new TraineeFact.Days(first, last));
    }

    /** Empty of a department's. */
    private static Optional<ToldFact> figure(ReceivedEvent<IndicatorMovedV1> event) {
        var figure = event.data();
        return Optional.ofNullable(figure.personId())
                .map(person -> ToldFact.figure(
                        person,
                        new TraineeFact.Figure(
                                figure.valueId(),
                                figure.indicator(),
                                event.sequence(),
                                event.time(),
                                new TraineeFact.Days(figure.firstDay(), figure.lastDay()),
                                Optional.ofNullable(figure.after()).map(BigDecimal::new),
                                Optional.ofNullable(figure.target()).map(BigDecimal::new),
                                better(figure.better()),
                                figure.unit())));
    }

    /** Nobody can say what a way means that is not known yet. */
    private static Optional<TraineeFact.Better> better(@Nullable String told) {
        return Arrays.stream(TraineeFact.Better.values())
                .filter(way -> way.name().equals(told))
                .findFirst();
    }

    private static ToldFact attended(ReceivedEvent<AttendanceRecordedV1> event, String person) {
        var session = event.data();
        return ToldFact.learned(
                person,
                TraineeFact.Learned.inSession(
                        session.courseCode(), session.sessionId(), event.time(), session.heldOn()));
    }

    private static ToldFact passed(ReceivedEvent<QuizPassedV1> event, EnterpriseTime time) {
        var quiz = event.data();
        return ToldFact.learned(
                quiz.personId(),
                TraineeFact.Learned.byQuiz(
                        quiz.courseCode(),
                        quiz.attemptId(),
                        event.time(),
                        LocalDate.ofInstant(event.time(), time.zone())));
    }
}
