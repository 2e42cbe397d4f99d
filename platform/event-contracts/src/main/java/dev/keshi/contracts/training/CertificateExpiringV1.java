package dev.keshi.contracts.training;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;

/**
 * A certificate ends within 30 days, and its holder has none of the same course that holds longer. Told once.
 *
 * @param expiresOn the last day on which it holds
 */
@EventContract(
        type = "keshi.training.certificate-expiring.v1",
        topic = Topics.TRAINING,
        aggregate = "certificate",
        key = "certificateId",
        en = "A certificate ends soon and was not renewed.",
        zh = "证书即将到期且尚未更新。")
public record CertificateExpiringV1(String certificateId, String courseCode, String personId, LocalDate expiresOn)
        implements PublishedEvent {}
