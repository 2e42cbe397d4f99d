package dev.keshi.messaging.personal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.EncryptedText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PersonalDataTest {

    private final byte[] wrappingKey = AuthenticatedCipher.newKey();
    private final Map<String, String> ring = new HashMap<>();
    private final Map<String, byte[]> plainKeys = new HashMap<>();

    @Test
    void aTextIsReadWithItsOwnersKeyOnly() {
        var hers = seal("p-1", "李娜");
        seal("p-2", "王强");

        assertThat(data(wrappingKey).reveal(hers)).contains("李娜");
        assertThat(data(wrappingKey).reveal(new EncryptedText("p-2", hers.ciphertext())))
                .isEmpty();
    }

    @Test
    void whatBelongsToSomebodyWhoseKeyIsGoneStaysUnreadable() {
        var hers = seal("p-1", "李娜");
        var his = seal("p-2", "王强");
        ring.remove("p-1");

        assertThat(data(wrappingKey).reveal(List.of(hers, his))).containsOnly(Map.entry(his, "王强"));
    }

    @Test
    void aServiceWithAnotherWrappingKeyReadsNothing() {
        var hers = seal("p-1", "李娜");

        assertThat(data(AuthenticatedCipher.newKey()).reveal(hers)).isEmpty();
    }

    @Test
    void textThatWasTamperedWithIsNotRead() {
        var hers = seal("p-1", "李娜");
        byte[] bytes = Base64.getDecoder().decode(hers.ciphertext());
        bytes[bytes.length - 1] ^= 1;
        var forged = new EncryptedText("p-1", Base64.getEncoder().encodeToString(bytes));

        assertThat(data(wrappingKey).reveal(forged)).isEmpty();
        assertThat(data(wrappingKey).reveal(new EncryptedText("p-1", "not Base64!")))
                .isEmpty();
        assertThat(data(wrappingKey).reveal(new EncryptedText("p-1", "AAAA"))).isEmpty();
    }

    @Test
    void theSameTextTwiceLooksDifferent() {
        assertThat(seal("p-1", "李娜")).isNotEqualTo(seal("p-1", "李娜"));
    }

    private EncryptedText seal(String personId, String text) {
        byte[] key = plainKeys.computeIfAbsent(personId, this::storedKey);
        byte[] sealed = AuthenticatedCipher.seal(key, personId, text.getBytes(StandardCharsets.UTF_8));
        return new EncryptedText(personId, Base64.getEncoder().encodeToString(sealed));
    }

    private byte[] storedKey(String personId) {
        var made = keys(wrappingKey).make(personId);
        ring.put(personId, made.wrapped());
        return made.key();
    }

    @Test
    void ofTwoKeysThatAreMadeAtOnceTheStoredOneCounts() {
        var keys = keys(wrappingKey);
        var mine = keys.make("p-1");
        var others = keys.make("p-1");
        ring.put("p-1", others.wrapped());

        keys.learn(Map.of("p-1", mine));

        assertThat(keys.find(List.of("p-1")).get("p-1")).isEqualTo(others.key());
    }

    private PersonalData data(byte[] wrapping) {
        return new PersonalData(keys(wrapping));
    }

    private PersonKeys keys(byte[] wrapping) {
        return new PersonKeys(wrapping, ids -> {
            var found = new HashMap<>(ring);
            found.keySet().retainAll(ids);
            return found;
        });
    }
}
