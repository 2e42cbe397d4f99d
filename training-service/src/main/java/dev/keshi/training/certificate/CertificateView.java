package dev.keshi.training.certificate;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keshi.messaging.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A certificate for those who may know of it.
 *
 * @param number by which anybody can verify it
 * @param expiresOn the last day on which it holds
 * @param revokedBecause absent unless it is revoked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CertificateView(
        String id,
        String number,
        String courseCode,
        String courseName,
        @Nullable String courseNameEn,
        String personId,
        LocalDate issuedOn,
        LocalDate expiresOn,
        CertificateStanding standing,
        @Nullable Instant revokedAt,
        @Nullable String revokedBecause) {

    static Versioned<CertificateView> of(Versioned<CertificateDocument> stored, LocalDate today) {
        var certificate = stored.state();
        return new Versioned<>(
                stored.id(),
                stored.version(),
                new CertificateView(
                        stored.id(),
                        certificate.number(),
                        certificate.courseCode(),
                        certificate.courseName(),
                        certificate.courseNameEn(),
                        certificate.personId(),
                        certificate.issuedOn(),
                        certificate.expiresOn(),
                        certificate.standing(today),
                        certificate.revokedAt(),
                        certificate.revokedBecause()));
    }
}
