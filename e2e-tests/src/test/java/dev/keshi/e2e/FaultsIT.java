package dev.keshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.chaos.Chaos;
import dev.keshi.launcher.client.Answer;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** A cut of {@code ./keshi chaos}: every process is ended or stopped while people work, and the ledger outside of the services agrees. */
@OnThePlatform
class FaultsIT {

    private static final long SEED = 20261121;

    private final Keshi keshi;

    FaultsIT(Keshi keshi) {
        this.keshi = keshi;
    }

    @Scenario({"O1", "W2", "W10", "P4", "P5", "P6", "P7", "T3", "T4", "T5", "R4", "Z5", "N1", "D1", "X2", "X3"})
    void whicheverProcessIsKilledNothingAcknowledgedIsLostAndNothingIsThereTwice() throws Exception {
        var report = Chaos.cut(keshi.platform(), keshi.enterprise(), SEED, System.out::println);

        System.out.print(report.table());
        assertThat(report.passed()).as(report.table()).isTrue();
        assertThat(report.rows()).hasSizeGreaterThan(3).allSatisfy(row -> {
            assertThat(row.operations()).as(row.fault().id()).hasSizeGreaterThan(20);
            assertThat(row.missed()).as(row.fault().id()).isZero();
        });
        assertThat(report.rows().stream()
                        .flatMap(row -> row.operations().stream())
                        .map(operation -> operation.kind() + " " + operation.outcome()))
                .as(
                        "somebody won a claim, somebody lost one, people were hired and changed, and the loop was lived, appraisals and courses among it")
                .contains("CLAIM OK", "CLAIM FAILED", "HIRE OK", "TRANSFER OK", "DETAILS OK", "READ OK")
                .contains("ACCEPT_WORK OK", "DO_MEASURE OK", "FIGURES OK")
                .contains("RATE OK", "RATE FAILED", "GRADE_SEEN OK", "SIGN OK")
                .contains("ENROL OK", "ATTENDANCE OK", "HAND_IN OK", "HAND_IN FAILED");
    }

    @Scenario({"X2"})
    void withoutMongodbEveryServiceSaysWhyItCannotServe() {
        Caller auditor = keshi.person(Part.AUDITOR);
        auditor.get("/api/org/v1/people/me").expect(200);
        keshi.killMongodb();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Stream.of(
                            "/api/org/v1/people/me",
                            Leave.REQUESTS,
                            "/api/performance/v1/appraisals",
                            "/api/training/v1/sessions",
                            "/api/risk/v1/risks",
                            "/api/notification/v1/inbox",
                            "/api/reporting/v1/events?limit=100")
                    .map(path -> CompletableFuture.supplyAsync(() -> auditor.get(path), threads))
                    .toList()
                    .forEach(call -> saysThatTheStoreIsAway(call.join()));
        } finally {
            keshi.startInfrastructure();
        }
    }

    private static void saysThatTheStoreIsAway(Answer answer) {
        assertThat(answer.status()).as(answer.call()).isEqualTo(503);
        assertThat(answer.header("Content-Type")).as(answer.call()).startsWith("application/problem+json");
        assertThat(answer.json().path("code").asString()).as(answer.call()).isEqualTo("store-unavailable");
        assertThat(answer.header("Retry-After")).as(answer.call()).isNotEmpty();
    }
}
