package dev.keshi.contracts.org;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;

/** A person was erased: whoever holds a copy of the key must delete it. */
@EventContract(
        type = "keshi.org.person-key-destroyed.v1",
        topic = Topics.PERSON_KEYS,
        aggregate = "person-key",
        key = "personId",
        en = "The key for the personal data of a person was destroyed; what it encrypted cannot be read any more.",
        zh = "某人个人数据的密钥已销毁，用其加密的内容不再可读。")
public record PersonKeyDestroyedV1(String personId) implements PublishedEvent {}
