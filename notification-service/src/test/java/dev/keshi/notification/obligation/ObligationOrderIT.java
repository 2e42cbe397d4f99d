package dev.keshi.notification.obligation;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.notification.Approval;
import dev.keshi.notification.MovedDays;
import dev.keshi.notification.Reader;
import dev.keshi.notification.RunningService;
import dev.keshi.notification.Wire;
import dev.keshi.test.infrastructure.RealKafka;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The list follows from which events there are, not from how they come. */
@RunningService
class ObligationOrderIT {

    @LocalServerPort
    private int port;

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @ValueSource(longs = {1, 22, 333})
    void eventsInRandomOrderAndRepeatedLeadToTheSameList(long seed, RealKafka kafka) {
        var ann = Reader.of(port, "ann-" + run + seed);
        var tom = Reader.of(port, "tom-" + run + seed);
        var last = Reader.of(port, "last-" + run + seed);
        var expectedOfAnn = new ArrayList<String>();
        var expectedOfTom = new ArrayList<String>();
        var random = new Random(seed);
        try (var wire = new Wire(kafka.bootstrap())) {
            var records = new ArrayList<ProducerRecord<String, byte[]>>();
            for (int i = 0; i < 12; i++) {
                var approval = Approval.of("initiator");
                records.add(wire.record(approval.offered("审批", ann.id(), tom.id()), "x"));
                records.add(wire.record(approval.claimed("审批", ann.id()), "x"));
                records.add(wire.record(approval.released("审批", ann.id(), ann.id(), tom.id()), "x"));
                records.add(wire.record(approval.reassigned("审批", tom.id(), "x"), "x"));
                var work = Duty.dueOn(MovedDays.today().plusDays(i));
                records.add(wire.record(work.work(ann.id(), tom.id(), null), "x"));
                records.add(wire.record(work.workReported(ann.id(), tom.id()), "x"));
                records.add(wire.record(work.workTransferred(ann.id(), tom.id()), "x"));
                var measure = Duty.dueOn(MovedDays.today().plusDays(i));
                records.add(wire.record(measure.measure(tom.id()), "x"));
                records.add(wire.record(measure.measure(ann.id()), "x"));
                var course = Duty.dueOn(MovedDays.today().plusDays(i));
                records.add(wire.record(course.course(ann.id()), "x"));
                var risk = Duty.dueOn(MovedDays.today());
                records.add(wire.record(risk.assessment(ann.id(), "x"), "x"));
                records.add(wire.record(risk.assessment(tom.id(), "y"), "x"));
                if (i % 2 == 0) {
                    records.add(wire.record(course.courseTaken(ann.id()), "x"));
                    records.add(wire.record(risk.verified(true), "x"));
                    records.add(wire.record(approval.decided("审批", "APPROVED", tom.id()), "x"));
                    records.add(wire.record(measure.measureDone(ann.id()), "x"));
                } else {
                    expectedOfAnn.add(ObligationId.ofCourse(course.id()).value());
                    expectedOfTom.add(ObligationId.ofAssessment("risk-" + risk.id() + "-1")
                            .value());
                    expectedOfTom.add(ObligationId.ofTask(approval.task("审批")).value());
                    expectedOfAnn.add(ObligationId.ofMeasure(measure.id()).value());
                }
                expectedOfAnn.add(ObligationId.ofWorkItem(work.id()).value());
            }
            var sent = new ArrayList<>(records);
            records.stream().filter(_ -> random.nextInt(3) == 0).forEach(sent::add);
            Collections.shuffle(sent, random);
            // Into one partition: then whoever sees the last one has seen all.
            sent.forEach(record -> wire.send(record, 3));
            wire.send(wire.record(Duty.dueOn(MovedDays.today()).work(last.id(), null, null), "x"), 3);
            wire.send(wire.record(Duty.dueOn(MovedDays.today()).measure(last.id()), "x"), 3);
            wire.send(wire.record(Duty.dueOn(MovedDays.today()).course(last.id()), "x"), 3);
            wire.flush();

            eventually(() -> assertThat(last.duties()).hasSize(3));
            eventually(() -> assertThat(ids(ann)).containsExactlyInAnyOrderElementsOf(expectedOfAnn));
            assertThat(ids(tom)).containsExactlyInAnyOrderElementsOf(expectedOfTom);

            // And once more, in another order: nothing moves any more.
            Collections.shuffle(sent, random);
            sent.forEach(record -> wire.send(record, 3));
            var end = Duty.dueOn(MovedDays.today());
            wire.send(wire.record(end.work(last.id(), null, null), "x"), 3);
            wire.send(wire.record(Duty.dueOn(MovedDays.today()).measure(last.id()), "x"), 3);
            wire.send(wire.record(Duty.dueOn(MovedDays.today()).course(last.id()), "x"), 3);
            eventually(() -> assertThat(last.duties()).hasSize(6));
            assertThat(ids(ann)).containsExactlyInAnyOrderElementsOf(expectedOfAnn);
            assertThat(ids(tom)).containsExactlyInAnyOrderElementsOf(expectedOfTom);
        }
    }

    private static List<String> ids(Reader reader) {
        return reader.duties().stream().map(item -> item.get("id").asString()).toList();
    }
}
