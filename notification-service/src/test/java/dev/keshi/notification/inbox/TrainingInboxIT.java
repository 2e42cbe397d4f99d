package dev.keshi.notification.inbox;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.training.AssignmentCompletedV1;
import dev.keshi.contracts.training.CertificateExpiredV1;
import dev.keshi.contracts.training.CertificateExpiringV1;
import dev.keshi.contracts.training.CertificateRevokedV1;
import dev.keshi.contracts.training.CourseAssignedV1;
import dev.keshi.contracts.training.CoursePublishedV1;
import dev.keshi.contracts.training.EnrolmentMovedUpV1;
import dev.keshi.contracts.training.EnrolmentWithdrawnV1;
import dev.keshi.contracts.training.SessionCancelledV1;
import dev.keshi.contracts.training.SessionScheduledV1;
import dev.keshi.notification.Reader;
import dev.keshi.notification.RunningService;
import dev.keshi.notification.Wire;
import dev.keshi.test.infrastructure.RealKafka;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Courses, places and certificates in people's inboxes, on a real store and broker. */
@RunningService
class TrainingInboxIT {

    private static final LocalDate DAY = LocalDate.parse("2099-04-10");

    @LocalServerPort
    private int port;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String course = "T-" + run;
    private Wire wire;
    private Reader ann;
    private Reader tom;

    @BeforeEach
    void connect(RealKafka kafka) {
        wire = new Wire(kafka.bootstrap());
        ann = Reader.of(port, "ann-" + run);
        tom = Reader.of(port, "tom-" + run);
        happens(new CoursePublishedV1(
                course,
                "消防安全",
                "Fire safety",
                "INTERNAL",
                "COMPLIANCE",
                90,
                List.of(),
                List.of(),
                false,
                List.of(),
                12));
    }

    @AfterEach
    void disconnect() {
        wire.close();
    }

    @Test
    void aCourseWaitsUntilItIsTakenAndIsNoNewsToWhoAssignedItToOneself() {
        happens(assigned("a-" + run, ann, null));
        happens(assigned("b-" + run, tom, tom.id()));

        eventually(() -> assertThat(texts(ann)).containsExactly("您的入职培训包含课程“消防安全”，须于2099-04-10前（含当日）完成。"));
        var subject = ann.speaking("en").inbox().getFirst().get("subject");
        assertThat(subject.get("title").asString()).isEqualTo("Fire safety");
        assertThat(subject.get("courseCode").asString()).isEqualTo(course);
        assertThat(subject.get("dueDate").asString()).isEqualTo("2099-04-10");
        assertThat(subject.get("target").get("id").asString()).isEqualTo("a-" + run);
        assertThat(ann.unread()).isOne();
        eventually(() -> assertThat(templates(tom.items("?waiting=true"))).containsExactly("course-assigned"));
        assertThat(tom.unread()).isZero();

        happens(new AssignmentCompletedV1("a-" + run, ann.id(), "d-1", course, DAY, "session/s", false, DAY));
        eventually(() -> assertThat(ann.items("?waiting=true")).isEmpty());
        assertThat(ann.unread()).isZero();
        assertThat(ann.inbox().getFirst().get("settled").get("text").asString()).isEqualTo("此事已办结或已变更，无需再办。");
    }

    @Test
    void ofAPlaceInASessionTheLastWordStands() {
        var session = "s-" + run;
        happens(new SessionScheduledV1(
                session,
                course,
                "o",
                null,
                "三楼会议室",
                Instant.parse("2026-04-10T01:05:00Z"),
                Instant.parse("2026-04-10T03:00:00Z"),
                20));
        happens(new EnrolmentMovedUpV1(session, course, ann.id(), "d-1"));
        eventually(() -> assertThat(texts(ann)).containsExactly("您候补的“消防安全”培训班已有您的名额：2026-04-10 09:05，三楼会议室。"));
        assertThat(ann.inbox().getFirst().hasNonNull("person")).isFalse();

        happens(new SessionCancelledV1(session, course, "讲师生病", List.of(ann.id(), tom.id())));

        eventually(() -> assertThat(templates(tom.inbox())).containsExactly("session-cancelled"));
        eventually(() -> assertThat(texts(ann)).containsExactly("“消防安全”的培训班已取消：2026-04-10 09:05，三楼会议室。"));
        assertThat(ann.unread()).isOne();
        happens(new EnrolmentWithdrawnV1(session, course, ann.id(), "d-1", "HELD"));
        eventually(() -> assertThat(texts(ann)).containsExactly("“消防安全”的培训班已举办，您候补未成：2026-04-10 09:05，三楼会议室。"));
        // It was Tom who cancelled it.
        assertThat(tom.unread()).isZero();
    }

    @Test
    void aCertificateThatEndsIsToldOnceUnlessItIsRenewedOrRevoked() {
        for (var certificate : List.of("gone-", "renewed-", "revoked-")) {
            happens(new CertificateExpiringV1(certificate + run, course, ann.id(), DAY));
        }
        eventually(() -> assertThat(templates(ann.items("?category=REMINDER")))
                .containsExactly("certificate-expiring", "certificate-expiring", "certificate-expiring"));
        assertThat(ann.unread()).isEqualTo(3);

        happens(new CertificateExpiredV1("gone-" + run, course, ann.id(), DAY, false));
        happens(new CertificateExpiredV1("renewed-" + run, course, ann.id(), DAY, true));
        happens(new CertificateRevokedV1("revoked-" + run, course, ann.id()));

        eventually(() -> assertThat(ann.unread()).isOne());
        assertThat(ann.inbox()).hasSize(3);
        assertThat(ann.inbox().stream().filter(told -> told.get("unread").asBoolean()))
                .singleElement()
                .satisfies(told -> assertThat(told.get("text").asString()).isEqualTo("您的“消防安全”证书有效期至2099-04-10，现已到期。"));
    }

    private CourseAssignedV1 assigned(String id, Reader person, @Nullable String by) {
        return new CourseAssignedV1(
                id, person.id(), "d-1", course, by == null ? "INDUCTION" : "BY_HAND", by, DAY, null);
    }

    private void happens(PublishedEvent event) {
        wire.happens(event, tom.id());
    }

    private static List<String> texts(Reader reader) {
        return reader.inbox().stream().map(item -> item.get("text").asString()).toList();
    }

    private static List<String> templates(List<JsonNode> items) {
        return items.stream().map(item -> item.get("template").asString()).toList();
    }
}
