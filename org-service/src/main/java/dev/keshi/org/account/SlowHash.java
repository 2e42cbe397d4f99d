package dev.keshi.org.account;

/** A password hash function that is slow on purpose and brings its own salt. */
interface SlowHash {

    /** @return the encoded hash with the name of its algorithm in front, for example {@code {bcrypt}$2a$...} */
    String hash(String password);

    /** @param encoded as {@link #hash} made it */
    boolean matches(String password, String encoded);
}
