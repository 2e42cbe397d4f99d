package dev.keshi.training.certificate;

import dev.keshi.messaging.Ids;

/** Which certificate. It is no secret and says nothing of the number. */
public record CertificateId(String value) {

    private static final int LONGEST = 64;

    public CertificateId {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("certificate id: " + value);
        }
    }

    /** @param reference by what the person has learned the course */
    static CertificateId of(String personId, String reference) {
        return new CertificateId(Ids.derived("certificate", reference + "/" + personId));
    }
}
