package dev.keshi.contracts.org;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;

/**
 * A person has left (离职). What the person did stays known under the id.
 *
 * @param separatedOn first day on which the person does not belong to the enterprise any more
 */
@EventContract(
        type = "keshi.org.person-separated.v1",
        topic = Topics.ORG,
        aggregate = "person",
        key = "personId",
        en = "A person does not work here any more.",
        zh = "人员已离职。")
public record PersonSeparatedV1(String personId, LocalDate separatedOn) implements PublishedEvent {}
