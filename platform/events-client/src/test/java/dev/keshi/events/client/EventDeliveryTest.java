package dev.keshi.events.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keshi.contracts.Topics;
import dev.keshi.contracts.org.DepartmentRenamedV1;
import dev.keshi.contracts.org.PersonKeyIssuedV1;
import dev.keshi.contracts.org.SigningKeyPublishedV1;
import dev.keshi.events.client.jdbc.JdbcSubscriberStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EventDeliveryTest {

    private final NamesTable names = NamesTable.inMemory(UUID.randomUUID().toString());
    private final SubscriberStore<Connection> store = new JdbcSubscriberStore(names.database());
    private final OfficeInMemory office = new OfficeInMemory();
    private final EventSubscription<Connection> subscription =
            EventSubscription.named("test").remembering(store).on(DepartmentRenamedV1.class, NamesTable::insert);
    private EventDelivery<Connection> delivery = new EventDelivery<>(subscription, office);
    private int offset;

    @Test
    void anEventReachesItsHandlerWithAllItSays() throws Exception {
        var seen = new ArrayList<ReceivedEvent<DepartmentRenamedV1>>();
        delivery = new EventDelivery<>(
                EventSubscription.named("test")
                        .remembering(store)
                        .on(DepartmentRenamedV1.class, (event, _) -> seen.add(event)),
                office);

        deliver(Published.renamed("d-1", 1).with("ce_traceparent", "00-a-b-01"));

        assertThat(seen).singleElement().satisfies(event -> {
            assertThat(event.id()).isEqualTo("d-1-1");
            assertThat(event.type()).isEqualTo(Published.RENAMED);
            assertThat(event.aggregate()).isEqualTo(new AggregateKey("test", "org/department", "d-1"));
            assertThat(event.position()).isEqualTo(new Position(0, 1));
            assertThat(event.actor()).isEqualTo("p-1");
            assertThat(event.traceparent()).isEqualTo("00-a-b-01");
            assertThat(event.data().name()).isEqualTo("name-1");
        });
    }

    @Test
    void repetitionsAndOldSequencesDoNotReachTheHandler() throws Exception {
        for (int sequence : new int[] {1, 1, 2, 3, 1, 2, 3, 4}) {
            deliver(Published.renamed("d-1", sequence));
        }

        assertThat(names.of("d-1")).isEqualTo(NamesTable.upTo(4));
        assertThat(office.reasons()).isEmpty();
    }

    @Test
    void aNewEpochMayBeginLower() throws Exception {
        deliver(Published.renamed("d-1", 1));
        deliver(Published.renamed("d-1", 2));
        deliver(Published.renamed("d-1", 3));
        deliver(Published.renamed("d-1", 2).with("ce_epoch", "1"));
        deliver(Published.renamed("d-1", 4));

        assertThat(names.of("d-1")).containsExactly("name-1", "name-2", "name-3", "name-2");
    }

    @Test
    void aGapParksTheKeyUntilWhatIsMissingCame() throws Exception {
        deliver(Published.renamed("d-1", 1));
        assertThat(deliver(Published.renamed("d-1", 3))).isInstanceOf(Outcome.Unusable.class);
        assertThat(deliver(Published.renamed("d-1", 4))).isInstanceOf(Outcome.Behind.class);
        assertThat(deliver(Published.renamed("d-2", 1))).isInstanceOf(Outcome.Applied.class);

        assertThat(office.reasons()).containsExactly("gap: sequence 3 follows 1", "behind");
        assertThat(names.of("d-1")).containsExactly("name-1");
    }

    /** The history of an aggregate is older than the topic: what the topic still has must not bar what a replay brings. */
    @Test
    void whatWasBeforeTheFirstEventSeenIsAGapToo() throws Exception {
        delivery = new EventDelivery<>(subscription.alsoFrom("replays.test"), office);

        deliver(Published.renamed("d-1", 5));
        assertThat(office.reasons()).containsExactly("gap: sequence 5 is the first that was seen");
        for (int sequence = 1; sequence <= 4; sequence++) {
            deliver(Published.renamed("d-1", sequence).topic("replays.test"));
        }
        delivery.redeliver(Published.renamed("d-1", 5).received(0));

        assertThat(names.of("d-1")).isEqualTo(NamesTable.upTo(5));
    }

    /** An event that nobody handles moves a position as well, so it must not hide what was before it. */
    @Test
    void aTypeThatNobodyHandlesIsNoBeginningEither() throws Exception {
        deliver(Published.event("keshi.org.department-moved.v1", "department", "d-1", 4, "{}"));
        assertThat(office.reasons()).containsExactly("gap: sequence 4 is the first that was seen");
    }

    @Test
    void whoBeginsLateOnPurposeSaysSo() throws Exception {
        delivery = new EventDelivery<>(subscription.gaps(GapRule.PARK_AFTER_FIRST), office);

        deliver(Published.renamed("d-1", 5));
        deliver(Published.renamed("d-1", 4));
        deliver(Published.renamed("d-1", 7));

        assertThat(names.of("d-1")).containsExactly("name-5");
        assertThat(office.reasons()).containsExactly("gap: sequence 7 follows 5");
    }

    @Test
    void aCompactedTopicKeepsTheNewestOnlyAndHasNoGaps() throws Exception {
        var seen = new ArrayList<String>();
        delivery = new EventDelivery<>(
                EventSubscription.named("test")
                        .remembering(store)
                        .on(
                                SigningKeyPublishedV1.class,
                                (event, _) -> seen.add(event.position().toString())),
                office);
        var key = Published.event(
                        "keshi.org.signing-key-published.v1",
                        "signing-key",
                        "k-1",
                        3,
                        "{\"keyId\": \"k-1\", \"jwk\": \"{}\", \"notAfter\": \"2026-11-21T08:00:00Z\"}")
                .topic(Topics.SIGNING_KEYS);

        deliver(key);
        deliver(key.with("ce_sequence", "7"));

        assertThat(seen).containsExactly("3", "7");
        assertThat(office.reasons()).isEmpty();
    }

    @Test
    void whoAcceptsGapsGoesOn() throws Exception {
        delivery = new EventDelivery<>(subscription.gaps(GapRule.ACCEPT), office);

        deliver(Published.renamed("d-1", 1));
        deliver(Published.renamed("d-1", 5));

        assertThat(names.of("d-1")).containsExactly("name-1", "name-5");
    }

    @Test
    void typesThatNobodyHandlesLeaveNoGap() throws Exception {
        deliver(Published.renamed("d-1", 1));
        deliver(Published.event("keshi.org.department-moved.v1", "department", "d-1", 2, "{}"));
        deliver(Published.event("keshi.org.department-painted.v1", "department", "d-1", 3, "?"));
        deliver(Published.renamed("d-1", 4));

        assertThat(names.of("d-1")).containsExactly("name-1", "name-4");
        assertThat(office.reasons()).isEmpty();
    }

    @Test
    void typesOfOtherAggregatesAreLeftOutUnread() throws Exception {
        var other = Published.event("keshi.org.person-hired.v1", "person", "p-1", 1, "not json");

        assertThat(deliver(other.without("ce_sequence"))).isInstanceOf(Outcome.Ignored.class);
        assertThat(deliver(Published.event("keshi.org.flag-hoisted.v1", "flag", "f-1", 1, "not json")))
                .isInstanceOf(Outcome.Ignored.class);
        assertThat(office.reasons()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> whatCannotBeReadIsLaidAsideWithItsReasonAndItsNeighboursGoOn() {
        var good = Published.renamed("bad", 1);
        return Stream.of(
                bad(good.json("{"), "not a keshi.org.department-renamed.v1: Unexpected end-of-input"),
                bad(good.json("null"), "not a keshi.org.department-renamed.v1"),
                bad(good.json("[]"), "not a keshi.org.department-renamed.v1"),
                bad(good.json("[".repeat(100_000)), "not a keshi.org.department-renamed.v1"),
                bad(good.json("{\"departmentId\": \"bad\"}"), "name is missing"),
                bad(good.json("{\"departmentId\": 3, \"name\": {}}"), "not a keshi.org.department-renamed.v1"),
                bad(good.json(null), "no value"),
                bad(good.key(null), "no key"),
                bad(Published.renamed("other", 1).key("bad"), "wrong key: departmentId is other"),
                bad(good.without("ce_type"), "no header ce_type"),
                bad(good.without("ce_id"), "no header ce_id"),
                bad(good.without("ce_sequence"), "no header ce_sequence"),
                bad(good.without("ce_epoch"), "no header ce_epoch"),
                bad(good.without("ce_time"), "no header ce_time"),
                bad(good.without("ce_actor"), "no header ce_actor"),
                bad(good.with("ce_sequence", "one"), "header ce_sequence is not a number"),
                bad(good.with("ce_sequence", "0"), "header ce_sequence is 0"),
                bad(good.with("ce_time", "yesterday"), "header ce_time is not a time"),
                bad(good.topic("keshi.workflow.v1"), "does not belong to keshi.workflow.v1"));
    }

    private DynamicTest bad(Published record, String reason) {
        return DynamicTest.dynamicTest(reason, () -> {
            var aside = new OfficeInMemory();
            var alone = NamesTable.inMemory(UUID.randomUUID().toString());
            var each = new EventDelivery<>(subscription.remembering(new JdbcSubscriberStore(alone.database())), aside);
            each.deliver(Published.renamed("d-1", 1).received(0));
            each.deliver(record.received(1));
            each.deliver(Published.renamed("d-1", 2).received(2));

            assertThat(aside.reasons()).singleElement().asString().contains(reason);
            assertThat(alone.of("d-1")).isEqualTo(NamesTable.upTo(2));
            assertThat(alone.of("bad")).isEmpty();
        });
    }

    @Test
    void whatCannotBeReadAndIsGivenUpLeavesNoGap() throws Exception {
        deliver(Published.renamed("d-1", 1));
        delivery.leaveOut(Published.renamed("d-1", 2).json("{").received(1));
        delivery.leaveOut(
                Published.renamed("d-1", 3).json("{\"departmentId\": \"d-1\"}").received(2));

        assertThat(deliver(Published.renamed("d-1", 4))).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void whatDoesNotSayWhoseEventItIsTakesNobodysPlace() throws Exception {
        deliver(Published.renamed("d-1", 1));
        var ofAnother = Published.renamed("d-2", 2).key("d-1");
        delivery.leaveOut(ofAnother.received(1));
        delivery.leaveOut(ofAnother.without("ce_subject").json("{").received(2));
        delivery.leaveOut(Published.renamed("d-1", 2).without("ce_sequence").received(3));

        assertThat(deliver(Published.renamed("d-1", 2))).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void aFieldThatIsNewIsNoReasonToStop() throws Exception {
        deliver(
                Published.renamed("d-1", 1)
                        .json(
                                "{\"departmentId\": \"d-1\", \"name\": \"name-1\", \"effectiveOn\": \"2026-11-21\", \"colour\": \"red\"}"));

        assertThat(names.of("d-1")).containsExactly("name-1");
    }

    @Test
    void whatAHandlerThrowsTakesItsWritesBack() throws Exception {
        delivery = delivery(
                (event, connection) -> {
                    NamesTable.insert(event, connection);
                    throw new IllegalStateException("no");
                },
                store);

        assertThatExceptionOfType(HandlingFailed.class)
                .isThrownBy(() -> deliver(Published.renamed("d-1", 1)))
                .satisfies(failure -> assertThat(failure.isFinal()).isFalse());
        assertThat(names.of("d-1")).isEmpty();
    }

    @Test
    void anErrorOfAHandlerIsItsOwnFailureToo() {
        var failures = List.of(
                new StackOverflowError(), new AssertionError("no"), new NoClassDefFoundError(), new Error("own"));
        for (var failure : failures) {
            delivery = delivery(
                    (_, _) -> {
                        throw failure;
                    },
                    store);
            assertThatExceptionOfType(HandlingFailed.class).isThrownBy(() -> deliver(Published.renamed("d-1", 1)));
        }
    }

    @Test
    void whatIsThrownPastTheCompilerIsAFailureToo() {
        delivery = delivery((_, _) -> EventDeliveryTest.<Exception>sneak(new Throwable("neither of the two")), store);

        assertThatExceptionOfType(HandlingFailed.class).isThrownBy(() -> deliver(Published.renamed("d-1", 1)));
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <X extends Throwable> void sneak(Throwable failure) throws X {
        throw (X) failure;
    }

    @Test
    void aCallOfAHandlerThatIsInterruptedIsAFailedAttempt() {
        delivery = delivery(
                (_, _) -> {
                    throw new InterruptedException("from a call");
                },
                store);

        assertThatExceptionOfType(HandlingFailed.class)
                .isThrownBy(() -> deliver(Published.renamed("d-1", 1)))
                .satisfies(failure -> assertThat(failure.reason()).contains("from a call"));
    }

    @Test
    void anErrorOfTheVirtualMachineIsNobodysAttempt() {
        delivery = delivery(
                (_, _) -> {
                    throw new OutOfMemoryError("a big array");
                },
                store);

        assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> deliver(Published.renamed("d-1", 1)));
        assertThat(names.of("d-1")).isEmpty();
    }

    @Test
    void aRefusalIsFinal() {
        delivery = delivery(
                (_, _) -> {
                    throw new EventRefused("never");
                },
                store);

        assertThatExceptionOfType(HandlingFailed.class)
                .isThrownBy(() -> deliver(Published.renamed("d-1", 1)))
                .satisfies(failure -> assertThat(failure.isFinal()).isTrue());
    }

    @Test
    void aStoreThatIsAwayIsNoFailureOfTheHandler() {
        delivery = delivery(NamesTable::insert, new DelegatingStore(store) {
            @Override
            public <R extends @Nullable Object> R inTransaction(Work<Connection, R> work) throws Exception {
                throw new SQLException("no such database");
            }
        });
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> deliver(Published.renamed("d-1", 1)));

        delivery = delivery(
                (_, _) -> {
                    throw new SQLTransientConnectionException("pool is empty");
                },
                store);
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> deliver(Published.renamed("d-1", 1)));
        assertThat(office.reasons()).isEmpty();
    }

    @Test
    void aCommitThatFailsBecauseOfWhatTheHandlerWroteIsTheHandlersFailure() {
        delivery = delivery(NamesTable::insert, new DelegatingStore(store) {
            @Override
            public <R extends @Nullable Object> R inTransaction(Work<Connection, R> work) throws Exception {
                return store.inTransaction(connection -> {
                    work.in(connection);
                    throw new SQLException("deferred constraint", "44000");
                });
            }
        });

        assertThatExceptionOfType(HandlingFailed.class).isThrownBy(() -> deliver(Published.renamed("d-1", 1)));
        assertThat(names.of("d-1")).isEmpty();
    }

    /** A consumer that was stopped for so long that another has its partition handles the same event in between. */
    @Test
    void oneThatLostItsPartitionTakesItsWritesBack() throws Exception {
        var faster = new EventDelivery<>(subscription, office);
        delivery = delivery(
                (event, connection) -> {
                    faster.deliver(Published.renamed("d-1", 1).received(0));
                    NamesTable.insert(event, connection);
                },
                store);

        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> deliver(Published.renamed("d-1", 1)))
                .withCauseInstanceOf(ConcurrentAdvance.class);
        assertThat(names.of("d-1")).containsExactly("name-1");
    }

    @Test
    void whatIsForServicesOnlyOrHandledTwiceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> subscription.on(PersonKeyIssuedV1.class, (_, _) -> {}))
                .withMessageContaining("services only");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> subscription.on(DepartmentRenamedV1.class, (_, _) -> {}))
                .withMessageContaining("two handlers");
        assertThatIllegalArgumentException().isThrownBy(() -> EventSubscription.named("a b"));
    }

    private Outcome deliver(Published record) throws HandlingFailed {
        return delivery.deliver(record.received(offset++));
    }

    private EventDelivery<Connection> delivery(
            EventHandler<DepartmentRenamedV1, Connection> handler, SubscriberStore<Connection> over) {
        return new EventDelivery<>(
                EventSubscription.named("test").remembering(over).on(DepartmentRenamedV1.class, handler), office);
    }
}
