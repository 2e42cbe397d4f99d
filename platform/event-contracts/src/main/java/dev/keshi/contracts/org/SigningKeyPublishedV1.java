package dev.keshi.contracts.org;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.Instant;

/**
 * The public half of a key that signs access tokens.
 *
 * @param jwk JSON Web Key (RFC 7517) as text, public members only
 * @param notAfter tokens signed with it are not accepted after this instant
 */
@EventContract(
        type = "keshi.org.signing-key-published.v1",
        topic = Topics.SIGNING_KEYS,
        aggregate = "signing-key",
        key = "keyId",
        en = "A key for checking access tokens is valid until the stated time.",
        zh = "用于校验访问令牌的密钥已发布，在所述时间之前有效。")
public record SigningKeyPublishedV1(String keyId, String jwk, Instant notAfter) implements PublishedEvent {}
