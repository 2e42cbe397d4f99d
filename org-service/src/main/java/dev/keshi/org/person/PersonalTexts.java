package dev.keshi.org.person;

import dev.keshi.contracts.EncryptedText;
import dev.keshi.org.PersonId;

/** Encrypts personal text with the person's key. */
@FunctionalInterface
interface PersonalTexts {

    EncryptedText encrypt(PersonId person, String text);
}
