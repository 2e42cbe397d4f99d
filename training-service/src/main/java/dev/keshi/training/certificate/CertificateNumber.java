package dev.keshi.training.certificate;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What stands on a certificate: 26 digits and capital letters without I, L, O and U, which are easily mistaken. 128 bits of it are
 * random, so it cannot be guessed.
 */
public record CertificateNumber(String value) {

    static final int RANDOM_BYTES = 16;
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 26;
    private static final int BITS = 5;

    /** @param random {@value #RANDOM_BYTES} bytes that nobody can foresee */
    static CertificateNumber of(byte[] random) {
        if (random.length != RANDOM_BYTES) {
            throw new IllegalArgumentException(random.length + " bytes");
        }
        var left = new BigInteger(1, random);
        var digits = new StringBuilder();
        for (int at = 0; at < LENGTH; at++) {
            digits.append(DIGITS.charAt(left.intValue() & (DIGITS.length() - 1)));
            left = left.shiftRight(BITS);
        }
        return new CertificateNumber(digits.reverse().toString());
    }

    /** As somebody has typed it: whatever it is, it is looked up. */
    public static CertificateNumber typed(String text) {
        return new CertificateNumber(text.replace("-", "").toUpperCase(Locale.ROOT));
    }

    /**
     * What it is looked up by. An index is read along the digest, so the time that it takes says nothing of how much of a guess was
     * right.
     */
    String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
