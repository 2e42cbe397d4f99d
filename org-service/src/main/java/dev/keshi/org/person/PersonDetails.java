package dev.keshi.org.person;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Personal data of a person.
 *
 * @param name as it is written in Chinese, or in the person's own script: 1 to 60 characters
 * @param email lower case
 * @param loginName the name to sign in with that the person was given first; lower case
 */
public record PersonDetails(String name, Optional<String> email, Optional<String> phone, Optional<String> loginName) {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_EMAIL = 254;
    private static final Pattern EMAIL = Pattern.compile(
            "[a-z0-9!#$%&'*/=?^_`{|}~-][a-z0-9.!#$%&'*+/=?^_`{|}~-]{0,63}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{4,24}");
    private static final Pattern LOGIN_NAME = Pattern.compile("[a-z][a-z0-9._-]{1,39}");

    public PersonDetails {
        require(isValidName(name), "name");
        require(email.map(PersonDetails::isValidEmail).orElse(true), "email");
        require(phone.map(PersonDetails::isValidPhone).orElse(true), "phone");
        require(loginName.map(PersonDetails::isValidLoginName).orElse(true), "login name");
    }

    /** Says which, not what: personal data does not go into messages. */
    private static void require(boolean valid, String what) {
        if (!valid) {
            throw new IllegalArgumentException("Not a valid " + what);
        }
    }

    public static boolean isValidName(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_NAME
                && text.codePoints().noneMatch(Character::isISOControl);
    }

    public static boolean isValidEmail(String text) {
        return text.length() <= LONGEST_EMAIL
                && EMAIL.matcher(text).matches()
                && !text.contains("..")
                && !text.contains(".@");
    }

    public static boolean isValidPhone(String text) {
        return PHONE.matcher(text).matches();
    }

    public static boolean isValidLoginName(String text) {
        return LOGIN_NAME.matcher(text).matches();
    }

    @Override
    public String toString() {
        return "PersonDetails[...]";
    }
}
