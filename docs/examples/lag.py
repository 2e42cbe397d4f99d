#!/usr/bin/env python3
"""How far behind a consumer group is, without joining it:  python3 lag.py 127.0.0.1:8741 erp keshi.org.v1"""
import sys

from confluent_kafka import Consumer, TopicPartition

address, group, *topics = sys.argv[1:]
consumer = Consumer({"bootstrap.servers": address, "group.id": group, "enable.auto.commit": False})
for topic in topics:
    partitions = consumer.list_topics(topic, timeout=10).topics[topic].partitions
    for committed in consumer.committed([TopicPartition(topic, number) for number in partitions], timeout=10):
        first, end = consumer.get_watermark_offsets(committed, timeout=10)
        behind = end - (committed.offset if committed.offset >= 0 else first)
        print(f"{topic} {committed.partition}: {behind}")
consumer.close()
