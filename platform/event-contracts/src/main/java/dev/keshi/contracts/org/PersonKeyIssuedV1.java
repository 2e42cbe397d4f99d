package dev.keshi.contracts.org;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;

/**
 * The key that reads a person's personal data, wrapped for the services of this deployment.
 *
 * @param wrappedKey Base64 of nonce (12 bytes), AES-256-GCM ciphertext of the 32-byte key and tag; the person id is
 *     the additional authenticated data
 */
@EventContract(
        type = "keshi.org.person-key-issued.v1",
        topic = Topics.PERSON_KEYS,
        aggregate = "person-key",
        key = "personId",
        en = "A key for the personal data of a person exists.",
        zh = "已为某人的个人数据生成密钥。")
public record PersonKeyIssuedV1(String personId, String wrappedKey) implements PublishedEvent {}
