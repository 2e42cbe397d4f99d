package dev.keshi.messaging.personal;

import dev.keshi.contracts.EncryptedText;
import dev.keshi.contracts.org.PersonKeyIssuedV1;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.NewAggregate;
import dev.keshi.messaging.personal.PersonKeys.WrappedKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes the keys of people and encrypts with them. Only the service that owns people has one. */
public final class PersonalDataKeeper {

    private final PersonKeys keys;
    private final AggregateCollection<PersonKeyDocument> ring;

    PersonalDataKeeper(PersonKeys keys, AggregateCollection<PersonKeyDocument> ring) {
        this.keys = keys;
        this.ring = ring;
    }

    /** Encrypts with the person's key, which is made when there is none. */
    public EncryptedText encrypt(String personId, String text) {
        var key = keys.find(Set.of(personId)).get(personId);
        if (key == null) {
            issueMissing(List.of(personId));
            key = keys.find(Set.of(personId)).get(personId);
        }
        if (key == null) {
            throw new IllegalStateException("The key of " + personId + " was destroyed");
        }
        byte[] sealed = AuthenticatedCipher.seal(key, personId, text.getBytes(StandardCharsets.UTF_8));
        return new EncryptedText(personId, Base64.getEncoder().encodeToString(sealed));
    }

    /** Makes the keys that are missing in one write and has all of them at hand; for imports, before many texts are encrypted. */
    public void issueMissing(Collection<String> personIds) {
        var missing = new HashSet<>(personIds);
        missing.removeAll(keys.find(personIds).keySet());
        var made = new HashMap<String, WrappedKey>();
        var fresh = new ArrayList<NewAggregate<PersonKeyDocument>>(missing.size());
        for (var personId : missing) {
            var key = keys.make(personId);
            made.put(personId, key);
            fresh.add(new NewAggregate<>(
                    personId,
                    new Change<>(
                            new PersonKeyDocument(key.wrapped()),
                            List.of(new PersonKeyIssuedV1(personId, key.wrapped())))));
        }
        ring.createMissing(CommandContext.of("system:personal-data"), fresh);
        keys.learn(made);
    }
}
