package dev.keshi.training.certificate;

/** Whether a certificate holds. */
public enum CertificateStanding {
    VALID,
    EXPIRED,
    REVOKED
}
