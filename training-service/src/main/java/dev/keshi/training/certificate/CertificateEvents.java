package dev.keshi.training.certificate;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.training.CertificateExpiredV1;
import dev.keshi.contracts.training.CertificateExpiringV1;
import dev.keshi.contracts.training.CertificateIssuedV1;
import dev.keshi.contracts.training.CertificateRevokedV1;

/** What others hear of certificates. No number is told of, and no reason. */
final class CertificateEvents {

    private CertificateEvents() {}

    static PublishedEvent issued(CertificateId id, CertificateDocument certificate) {
        return new CertificateIssuedV1(
                id.value(),
                certificate.courseCode(),
                certificate.personId(),
                certificate.reference(),
                certificate.issuedOn(),
                certificate.expiresOn());
    }

    static PublishedEvent expiring(CertificateId id, CertificateDocument certificate) {
        return new CertificateExpiringV1(
                id.value(), certificate.courseCode(), certificate.personId(), certificate.expiresOn());
    }

    static PublishedEvent expired(CertificateId id, CertificateDocument certificate, boolean renewed) {
        return new CertificateExpiredV1(
                id.value(), certificate.courseCode(), certificate.personId(), certificate.expiresOn(), renewed);
    }

    static PublishedEvent revoked(CertificateId id, CertificateDocument certificate) {
        return new CertificateRevokedV1(id.value(), certificate.courseCode(), certificate.personId());
    }
}
