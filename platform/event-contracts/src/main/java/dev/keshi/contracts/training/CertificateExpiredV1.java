package dev.keshi.contracts.training;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;

/**
 * The last day of a certificate has passed. Told once.
 *
 * @param expiresOn the last day on which it held
 * @param renewed whether its holder has one of the same course that holds longer
 */
@EventContract(
        type = "keshi.training.certificate-expired.v1",
        topic = Topics.TRAINING,
        aggregate = "certificate",
        key = "certificateId",
        en = "A certificate has ended.",
        zh = "证书已到期。")
public record CertificateExpiredV1(
        String certificateId, String courseCode, String personId, LocalDate expiresOn, boolean renewed)
        implements PublishedEvent {}
