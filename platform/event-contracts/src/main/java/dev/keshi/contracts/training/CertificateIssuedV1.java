package dev.keshi.contracts.training;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;

/**
 * A certificate is issued. Its number is not told of.
 *
 * @param reference by what the person has learned the course: {@code session/...} or {@code quiz/...}
 * @param expiresOn the last day on which it holds
 */
@EventContract(
        type = "keshi.training.certificate-issued.v1",
        topic = Topics.TRAINING,
        aggregate = "certificate",
        key = "certificateId",
        en = "Somebody has a certificate of a course.",
        zh = "某人获得课程证书。")
public record CertificateIssuedV1(
        String certificateId,
        String courseCode,
        String personId,
        String reference,
        LocalDate issuedOn,
        LocalDate expiresOn)
        implements PublishedEvent {}
