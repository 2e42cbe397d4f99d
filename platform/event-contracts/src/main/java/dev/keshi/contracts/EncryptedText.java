package dev.keshi.contracts;

/**
 * Personal text that only holders of the person's key can read; when the key is destroyed nobody can.
 *
 * @param personId whose key reads it
 * @param ciphertext Base64 of nonce (12 bytes), AES-256-GCM ciphertext and tag (16 bytes); the person id is the
 *     additional authenticated data, so a text cannot be moved to another person
 */
public record EncryptedText(String personId, String ciphertext) {}
