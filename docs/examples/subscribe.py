#!/usr/bin/env python3
"""A copy of who works where, kept from the events of Keshi in SQLite.

    pip install confluent-kafka
    python3 subscribe.py 127.0.0.1:8741 people.db          follows; Ctrl-C ends it
    python3 subscribe.py 127.0.0.1:8741 people.db $TOPIC   reads a topic as well that a replay writes to: replays., the client's id, .people
    python3 subscribe.py 127.0.0.1:8741 people.db --once   ends when the group has read all that is there
    python3 subscribe.py 127.0.0.1:8741 people.db --redrive   brings back what was parked

Every event counts once, because the position of its aggregate is kept in the very transaction that writes what the event means.
What cannot be handled is parked, in a table, together with the later events of its key; other keys go on. So is the first event seen of a
person who has a history that the topic no longer holds: have it replayed, then redrive.
"""
import json
import sqlite3
import sys
import time

from confluent_kafka import Consumer, KafkaError, KafkaException, TopicPartition

GROUP = "erp-python"
TOPICS = ["keshi.org.v1"]
KIND = "org/person"
ATTEMPTS = 3
BEGINS_LATE = False  # True: the first event seen of a person may have any sequence, and what was before is never handled

TABLES = """
create table if not exists people (id text primary key, department text not null);
create table if not exists positions (kind text, id text, epoch integer, sequence integer, primary key (kind, id));
create table if not exists parked (topic text, partition integer, place integer, key text, headers text, value blob,
                                   reason text, primary key (topic, partition, place, headers));
"""


def hired(database, data):
    database.execute("insert into people values (?, ?)", (data["personId"], data["departmentId"]))


def transferred(database, data):
    database.execute("update people set department = ? where id = ?", (data["departmentId"], data["personId"]))


def separated(database, data):
    database.execute("delete from people where id = ?", (data["personId"],))


HANDLERS = {
    "keshi.org.person-hired.v1": hired,
    "keshi.org.person-transferred.v1": transferred,
    "keshi.org.person-separated.v1": separated,
}


class Unusable(Exception):
    """Can never be handled as it stands."""


def handle(database, key, headers, value):
    """Handles one record, or does nothing when it came before. Writes position and meaning in one transaction."""
    if key is None:
        raise Unusable("no key")
    kind = headers.get("ce_type", "")
    if not kind:
        raise Unusable("no header ce_type")
    if headers.get("ce_subject", "").split("/")[0] != "person":
        return
    try:
        position = (int(headers["ce_epoch"]), int(headers["ce_sequence"]))
    except (KeyError, ValueError) as missing:
        raise Unusable("no epoch or sequence") from missing
    row = database.execute("select epoch, sequence from positions where kind = ? and id = ?", (KIND, key)).fetchone()
    if row and position <= row:
        return
    if row and position[0] == row[0] and position[1] > row[1] + 1:
        raise Unusable(f"gap: sequence {position[1]} follows {row[1]}")
    if not row and position[1] > 1 and not BEGINS_LATE:
        raise Unusable(f"gap: sequence {position[1]} is the first that was seen")
    if kind in HANDLERS:
        try:
            data = json.loads(value)
        except (TypeError, ValueError, RecursionError) as broken:
            raise Unusable(f"not a {kind}") from broken
        if not isinstance(data, dict) or data.get("personId") != key:
            raise Unusable("wrong key")
        HANDLERS[kind](database, data)
    database.execute("insert or replace into positions values (?, ?, ?, ?)", (KIND, key, *position))


def handle_or_park(database, message):
    key = message.key().decode(errors="replace") if message.key() is not None else None
    headers = {name: (text or b"").decode(errors="replace") for name, text in message.headers() or []}
    place = (message.topic(), message.partition(), message.offset())
    with database:
        if key and database.execute("select 1 from parked where topic = ? and key = ?", (place[0], key)).fetchone():
            return park(database, place, key, headers, message.value(), "an earlier event of this key is parked")
    for attempt in range(1, ATTEMPTS + 1):
        try:
            with database:  # commits, or takes everything back
                return handle(database, key, headers, message.value())
        except sqlite3.OperationalError:
            raise  # the database is away: nothing is parked, the record comes again
        except Exception as failure:
            if isinstance(failure, Unusable) or attempt == ATTEMPTS:
                with database:
                    return park(database, place, key, headers, message.value(), repr(failure))
            time.sleep(0.1 * 2**attempt)


def park(database, place, key, headers, value, reason):
    """Once, though it comes twice. The place alone does not tell: a topic that is made anew gives the same places again."""
    print("parked", place, key, reason, file=sys.stderr)
    database.execute("insert or ignore into parked values (?, ?, ?, ?, ?, ?, ?)",
                     (*place, key, json.dumps(headers), value, reason))


def redrive(database):
    """In the order of each key; a key stops at what still fails."""
    stopped = set()
    rows = database.execute("select topic, partition, place, key, headers, value, rowid from parked").fetchall()
    for topic, _, _, key, headers, value, row in sorted(rows, key=in_order):
        if (topic, key) not in stopped:
            try:
                with database:
                    handle(database, key, json.loads(headers), value)
                    database.execute("delete from parked where rowid = ?", (row,))
            except Exception as failure:
                stopped.add((topic, key))
                print("still parked", topic, key, repr(failure), file=sys.stderr)


def in_order(row):
    headers = json.loads(row[4])
    numbers = [headers.get(name, "") for name in ("ce_epoch", "ce_sequence")]
    return row[3] or "", [int(text) if text.isdigit() else sys.maxsize for text in numbers], row[2]


def follow(database, address, topics, once):
    consumer = Consumer({
        "bootstrap.servers": address,
        "group.id": GROUP,
        "auto.offset.reset": "earliest",
        "enable.auto.commit": False,
    })
    consumer.subscribe(topics)
    try:
        while True:
            messages = consumer.consume(num_messages=200, timeout=1.0)
            for message in messages:
                if message.error():
                    if message.error().code() == KafkaError._PARTITION_EOF or message.error().retriable():
                        continue
                    raise KafkaException(message.error())
                handle_or_park(database, message)
            if messages:
                commit(consumer)
            elif once and nothing_left(consumer, topics):
                return
    finally:
        consumer.close()


def nothing_left(consumer, topics):
    """As the broker knows it: for a while after a crash the partitions still belong to the process that is gone, and nothing comes."""
    known = consumer.list_topics(timeout=10).topics
    partitions = [TopicPartition(topic, number) for topic in topics if topic in known for number in known[topic].partitions]
    for partition in consumer.committed(partitions, timeout=10):
        first, end = consumer.get_watermark_offsets(partition, timeout=10)
        if max(first, partition.offset) < end:  # a negative offset stands for none
            return False
    return True


def commit(consumer):
    """After handling. What is not committed comes again and is known to the table of positions."""
    try:
        consumer.commit(asynchronous=False)
    except KafkaException as later:
        print("not committed:", later, file=sys.stderr)


def main():
    address, path, *more = sys.argv[1:]
    options = [each for each in more if each.startswith("--")]
    topics = TOPICS + [each for each in more if not each.startswith("--")]
    database = sqlite3.connect(path)
    database.executescript(TABLES)
    if "--redrive" in options:
        redrive(database)
    else:
        try:
            follow(database, address, topics, "--once" in options)
        except KeyboardInterrupt:
            pass
    for table in "people", "positions", "parked":
        print(table, database.execute(f"select count(*) from {table}").fetchone()[0])


if __name__ == "__main__":
    main()
