package dev.keshi.contracts.org;

import dev.keshi.contracts.EncryptedText;
import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person has joined (入职).
 *
 * @param employeeNumber unique in the enterprise, never changes
 * @param email absent when none is known
 * @param positionId absent while the person holds no position
 * @param reportsTo person who is reported to; absent: whoever manages the department, or the one above for its own
 *     manager
 * @param hiredOn first working day, in the time zone of the enterprise
 */
@EventContract(
        type = "keshi.org.person-hired.v1",
        topic = Topics.ORG,
        aggregate = "person",
        key = "personId",
        en = "A person works in a department from the stated day.",
        zh = "人员自所述日期起入职。")
public record PersonHiredV1(
        String personId,
        String employeeNumber,
        EncryptedText name,
        @Nullable EncryptedText email,
        String departmentId,
        @Nullable String positionId,
        @Nullable String reportsTo,
        LocalDate hiredOn)
        implements PublishedEvent {}
