package dev.keshi.training.certificate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as anybody may know it who has its number.
 *
 * @param holder the first letter of each part of the name; absent when it cannot be read any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VerificationView(
        String courseName,
        @Nullable String courseNameEn,
        @Nullable String holder,
        LocalDate issuedOn,
        LocalDate expiresOn,
        CertificateStanding standing) {}
