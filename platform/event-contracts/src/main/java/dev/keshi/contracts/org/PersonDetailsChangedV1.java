package dev.keshi.contracts.org;

import dev.keshi.contracts.EncryptedText;
import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Personal details as they stand from now on, completely.
 *
 * @param email absent when none is known
 */
@EventContract(
        type = "keshi.org.person-details-changed.v1",
        topic = Topics.ORG,
        aggregate = "person",
        key = "personId",
        en = "The name or address of a person was corrected.",
        zh = "人员姓名或邮箱已更正。")
public record PersonDetailsChangedV1(
        String personId, EncryptedText name, @Nullable EncryptedText email) implements PublishedEvent {}
