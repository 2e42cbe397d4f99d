package dev.keshi.training.certificate;

import dev.keshi.training.course.CourseView;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as it is kept.
 *
 * @param courseName as it was when it was issued
 * @param reference by what the person has learned the course: {@code session/...} or {@code quiz/...}
 * @param expiresOn the last day on which it holds
 * @param nextOn the day on which it is to be looked at again; absent when nothing more becomes of it
 */
record CertificateDocument(
        String number,
        String numberDigest,
        String courseCode,
        String courseName,
        @Nullable String courseNameEn,
        String personId,
        String reference,
        LocalDate issuedOn,
        LocalDate expiresOn,
        @Nullable LocalDate nextOn,
        @Nullable String revokedBy,
        @Nullable Instant revokedAt,
        @Nullable String revokedBecause) {

    static final int REMINDER_DAYS = 30;

    /** @param months how long it holds: to the day before the same day of that month */
    static CertificateDocument issued(
            CertificateNumber number, CourseView course, int months, String personId, String reference, LocalDate on) {
        var last = on.plusMonths(months).minusDays(1);
        return new CertificateDocument(
                number.value(),
                number.digest(),
                course.code(),
                course.name(),
                course.nameEn(),
                personId,
                reference,
                on,
                last,
                last.minusDays(REMINDER_DAYS),
                null,
                null,
                null);
    }

    CertificateStanding standing(LocalDate today) {
        if (revokedAt != null) {
            return CertificateStanding.REVOKED;
        }
        return today.isAfter(expiresOn) ? CertificateStanding.EXPIRED : CertificateStanding.VALID;
    }

    boolean isDueOn(LocalDate today) {
        return nextOn != null && !nextOn.isAfter(today);
    }

    boolean isOverOn(LocalDate today) {
        return today.isAfter(expiresOn);
    }

    CertificateDocument reminded() {
        return with(expiresOn.plusDays(1), revokedBy, revokedAt, revokedBecause);
    }

    CertificateDocument expired() {
        return with(null, revokedBy, revokedAt, revokedBecause);
    }

    CertificateDocument revoked(String by, Instant at, String reason) {
        if (revokedAt != null) {
            throw new CertificateProblem.RevokedBefore();
        }
        return with(null, by, at, reason);
    }

    private CertificateDocument with(
            @Nullable LocalDate next, @Nullable String by, @Nullable Instant at, @Nullable String reason) {
        return new CertificateDocument(
                number,
                numberDigest,
                courseCode,
                courseName,
                courseNameEn,
                personId,
                reference,
                issuedOn,
                expiresOn,
                next,
                by,
                at,
                reason);
    }
}
