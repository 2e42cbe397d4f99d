package dev.keshi.contracts.training;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;

/** A certificate is revoked, for good. */
@EventContract(
        type = "keshi.training.certificate-revoked.v1",
        topic = Topics.TRAINING,
        aggregate = "certificate",
        key = "certificateId",
        en = "A certificate holds no more.",
        zh = "证书已被撤销。")
public record CertificateRevokedV1(String certificateId, String courseCode, String personId)
        implements PublishedEvent {}
