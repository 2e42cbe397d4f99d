package dev.keshi.org.account;

/** A password as it is kept: an encoded, salted, slow hash with the name of its algorithm in front. */
record PasswordHash(String value) {

    @Override
    public String toString() {
        return "PasswordHash[...]";
    }
}
