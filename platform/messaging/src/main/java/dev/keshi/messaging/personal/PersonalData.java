package dev.keshi.messaging.personal;

import dev.keshi.contracts.EncryptedText;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads personal text. What belongs to a person who was erased stays unreadable: absent, not an error. */
public final class PersonalData {

    private final PersonKeys keys;

    PersonalData(PersonKeys keys) {
        this.keys = keys;
    }

    public Optional<String> reveal(EncryptedText text) {
        return Optional.ofNullable(reveal(List.of(text)).get(text));
    }

    /** Reads many with one look-up of keys. Texts that cannot be read are absent. */
    public Map<EncryptedText, String> reveal(Collection<EncryptedText> texts) {
        var ring = keys.find(texts.stream().map(EncryptedText::personId).collect(Collectors.toSet()));
        var plain = new HashMap<EncryptedText, String>();
        texts.forEach(text -> Optional.ofNullable(ring.get(text.personId()))
                .flatMap(key -> open(key, text))
                .ifPresent(readable -> plain.put(text, readable)));
        return plain;
    }

    private static Optional<String> open(byte[] key, EncryptedText text) {
        try {
            byte[] sealed = Base64.getDecoder().decode(text.ciphertext());
            return Optional.of(
                    new String(AuthenticatedCipher.open(key, text.personId(), sealed), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException notWithThisKey) {
            return Optional.empty();
        }
    }
}
