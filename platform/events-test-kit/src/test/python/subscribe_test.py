"""What docs/examples/subscribe.py does with records as Keshi publishes them."""
import contextlib
import io
import json
import sqlite3
import unittest
import unittest.mock

import subscribe

TOPIC = "keshi.org.v1"
REPLAYS = "replays.erp.people"


class Message:
    offsets = {}

    def __init__(self, name, key, sequence, data, topic=TOPIC, epoch=0, subject="person"):
        self._topic, self._key = topic, key
        self._value = data if isinstance(data, bytes) else json.dumps(data).encode()
        self._headers = [(each, str(text).encode()) for each, text in {
            "ce_type": f"keshi.org.{name}.v1", "ce_subject": f"{subject}/{key}", "ce_epoch": epoch, "ce_sequence": sequence,
        }.items()]
        self._offset = Message.offsets[topic] = Message.offsets.get(topic, -1) + 1

    def topic(self):
        return self._topic

    def partition(self):
        return 0

    def offset(self):
        return self._offset

    def key(self):
        return None if self._key is None else self._key.encode()

    def value(self):
        return self._value

    def headers(self):
        return self._headers


def hired(key, sequence, department="d-1", **more):
    return Message("person-hired", key, sequence, {"personId": key, "departmentId": department}, **more)


def moved(key, sequence, department, **more):
    return Message("person-transferred", key, sequence, {"personId": key, "departmentId": department}, **more)


class SubscribeTest(unittest.TestCase):

    def setUp(self):
        self.database = sqlite3.connect(":memory:")
        self.database.executescript(subscribe.TABLES)
        self.addCleanup(self.database.close)
        self.replace("BEGINS_LATE", False)
        self.replace("HANDLERS", dict(subscribe.HANDLERS))
        sleep = subscribe.time.sleep
        subscribe.time.sleep = lambda seconds: None
        self.addCleanup(setattr, subscribe.time, "sleep", sleep)
        said = contextlib.redirect_stderr(io.StringIO())
        self.said = said.__enter__()
        self.addCleanup(said.__exit__, None, None, None)

    def replace(self, name, value):
        self.addCleanup(setattr, subscribe, name, getattr(subscribe, name))
        setattr(subscribe, name, value)

    def receive(self, *messages):
        for message in messages:
            subscribe.handle_or_park(self.database, message)

    def people(self):
        return dict(self.database.execute("select id, department from people").fetchall())

    def parked(self):
        return [row[0] for row in self.database.execute("select reason from parked order by rowid").fetchall()]

    def test_repetitions_and_old_events_count_once(self):
        first, second = hired("p-1", 1), moved("p-1", 2, "d-2")
        self.receive(first, first, second, first, second)
        self.assertEqual(self.people(), {"p-1": "d-2"})
        self.assertEqual(self.parked(), [])

    def test_what_was_before_the_first_event_seen_comes_by_a_replay(self):
        self.receive(moved("p-1", 3, "d-3"), moved("p-1", 4, "d-4"), hired("p-2", 1))
        self.assertEqual(self.people(), {"p-2": "d-1"})
        self.assertIn("gap: sequence 3 is the first that was seen", self.parked()[0])
        self.assertEqual(len(self.parked()), 2)

        self.receive(hired("p-1", 1, topic=REPLAYS), moved("p-1", 2, "d-2", topic=REPLAYS))
        subscribe.redrive(self.database)

        self.assertEqual(self.people(), {"p-1": "d-4", "p-2": "d-1"})
        self.assertEqual(self.parked(), [])

    def test_a_topic_that_was_made_anew_gives_its_places_to_other_events(self):
        old = [moved("p-1", 3, "d-3", topic=REPLAYS), moved("p-1", 4, "d-4", topic=REPLAYS)]
        self.receive(*old)
        del Message.offsets[REPLAYS]
        self.receive(moved("p-1", 5, "d-5", topic=REPLAYS), *old)
        self.assertEqual(len(self.parked()), 3)

        self.receive(hired("p-1", 1), moved("p-1", 2, "d-2"))
        subscribe.redrive(self.database)

        self.assertEqual(self.people(), {"p-1": "d-5"})
        self.assertEqual(self.parked(), [])

    def test_whoever_begins_late_on_purpose_says_so(self):
        self.replace("BEGINS_LATE", True)
        self.receive(Message("person-details-changed", "p-1", 3, {}), hired("p-1", 4), moved("p-1", 6, "d-6"))
        self.assertEqual(self.people(), {"p-1": "d-1"})
        self.assertIn("gap: sequence 6 follows 4", self.parked()[0])

    def test_a_new_epoch_may_begin_lower(self):
        self.receive(hired("p-1", 1), moved("p-1", 2, "d-2"), moved("p-1", 1, "d-3", epoch=1), moved("p-1", 3, "d-4"))
        self.assertEqual(self.people(), {"p-1": "d-3"})
        self.assertEqual(self.parked(), [])

    def test_types_that_nobody_handles_leave_no_gap_and_other_aggregates_are_left_out(self):
        self.receive(hired("p-1", 1), Message("person-knighted", "p-1", 2, b"?"), moved("p-1", 3, "d-3"),
                     Message("department-opened", "d-1", 7, b"?", subject="department"))
        self.assertEqual(self.people(), {"p-1": "d-3"})
        self.assertEqual(self.parked(), [])

    def test_poison_is_parked_and_its_neighbours_go_on(self):
        self.receive(Message("person-hired", "p-1", 1, b"{"), Message("person-hired", "p-2", 1, {"personId": "p-9"}),
                     Message("person-hired", "p-3", "one", {}), Message("person-hired", None, 1, {}), hired("p-4", 1))
        self.assertEqual(self.people(), {"p-4": "d-1"})
        self.assertEqual(len(self.parked()), 4)

    def test_what_a_handler_refuses_is_parked_with_those_behind_it_and_comes_back_in_order(self):
        attempts = []

        def broken(database, data):
            attempts.append(data["personId"])
            subscribe.hired(database, data)
            raise ValueError("no room")

        subscribe.HANDLERS["keshi.org.person-hired.v1"] = broken
        self.receive(hired("p-1", 1), moved("p-1", 2, "d-2"), moved("p-1", 3, "d-3"))
        self.assertEqual(attempts, ["p-1"] * subscribe.ATTEMPTS)
        self.assertEqual(self.people(), {})
        self.assertEqual(len(self.parked()), 3)

        subscribe.redrive(self.database)
        self.assertEqual(len(self.parked()), 3)
        subscribe.HANDLERS["keshi.org.person-hired.v1"] = subscribe.hired
        subscribe.redrive(self.database)
        self.assertEqual(self.people(), {"p-1": "d-3"})
        self.assertEqual(self.parked(), [])

    def test_while_the_database_is_away_nothing_is_parked(self):
        def away(database, data):
            raise sqlite3.OperationalError("database is locked")

        subscribe.HANDLERS["keshi.org.person-hired.v1"] = away
        with self.assertRaises(sqlite3.OperationalError):
            self.receive(hired("p-1", 1))
        self.assertEqual(self.parked(), [])

    def test_nothing_is_left_only_when_the_group_has_committed_the_end_of_every_partition(self):
        committed = {("keshi.org.v1", 0): 7, ("keshi.org.v1", 1): -1001}
        topics = {"keshi.org.v1": unittest.mock.Mock(partitions=[0, 1])}
        consumer = unittest.mock.Mock()
        consumer.list_topics.return_value = unittest.mock.Mock(topics=topics)
        consumer.committed.side_effect = lambda partitions, timeout: [
            unittest.mock.Mock(topic=each.topic, partition=each.partition, offset=committed[each.topic, each.partition])
            for each in partitions]

        def left(*ends):
            consumer.get_watermark_offsets.side_effect = lambda each, timeout: ends[each.partition]
            return not subscribe.nothing_left(consumer, ["keshi.org.v1", "replays.not-there"])

        self.assertFalse(left((0, 7), (0, 0)))
        self.assertTrue(left((0, 8), (0, 0)))
        self.assertTrue(left((0, 7), (0, 1)), "nobody has committed anything there")
        self.assertFalse(left((0, 7), (5, 5)), "what was there is gone")

    def test_further_topics_and_options_are_told_apart(self):
        calls = []
        self.replace("follow", lambda database, *arguments: calls.append(arguments))
        self.addCleanup(setattr, subscribe.sys, "argv", subscribe.sys.argv)
        subscribe.sys.argv = ["subscribe.py", "127.0.0.1:8741", ":memory:", REPLAYS, "--once"]
        with contextlib.redirect_stdout(io.StringIO()) as said:
            subscribe.main()
        self.assertEqual(calls, [("127.0.0.1:8741", [TOPIC, REPLAYS], True)])
        self.assertIn("parked 0", said.getvalue())


if __name__ == "__main__":
    unittest.main()
