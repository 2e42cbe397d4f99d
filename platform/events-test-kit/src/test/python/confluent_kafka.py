"""Stands in for the library of that name: what the examples import of it, without a broker."""


class Consumer:
    pass


class KafkaError:
    _PARTITION_EOF = -191


class KafkaException(Exception):
    pass


class TopicPartition:

    def __init__(self, topic, partition):
        self.topic, self.partition = topic, partition
