package dev.keshi.org.person;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.org.PersonDetailsChangedV1;
import dev.keshi.contracts.org.PersonHiredV1;
import dev.keshi.contracts.org.PersonSeparatedV1;
import dev.keshi.contracts.org.PersonTransferredV1;
import dev.keshi.contracts.org.ReportingLineChangedV1;
import dev.keshi.org.PersonId;
import dev.keshi.org.person.PersonEvent.DetailsChanged;
import dev.keshi.org.person.PersonEvent.Hired;
import dev.keshi.org.person.PersonEvent.ReportingLineChanged;
import dev.keshi.org.person.PersonEvent.Separated;
import dev.keshi.org.person.PersonEvent.Transferred;
import dev.keshi.org.position.PositionId;
import java.util.List;

/** What happened, in the words that other services read; personal text only encrypted. */
record PersonEventTranslator(PersonalTexts texts) {

    List<PublishedEvent> translate(List<PersonEvent> events) {
        return events.stream().map(this::translate).toList();
    }

    PublishedEvent translate(PersonEvent event) {
        return switch (event) {
            case Hired hired ->
                new PersonHiredV1(
                        hired.id().value(),
                        hired.employeeNumber().value(),
                        texts.encrypt(hired.id(), hired.details().name()),
                        hired.details()
                                .email()
                                .map(email -> texts.encrypt(hired.id(), email))
                                .orElse(null),
                        hired.assignment().department().value(),
                        hired.assignment().position().map(PositionId::value).orElse(null),
                        hired.assignment().reportsTo().map(PersonId::value).orElse(null),
                        hired.on());
            case Transferred transferred ->
                new PersonTransferredV1(
                        transferred.id().value(),
                        transferred.assignment().department().value(),
                        transferred
                                .assignment()
                                .position()
                                .map(PositionId::value)
                                .orElse(null),
                        transferred
                                .assignment()
                                .reportsTo()
                                .map(PersonId::value)
                                .orElse(null),
                        transferred.from());
            case ReportingLineChanged changed ->
                new ReportingLineChangedV1(
                        changed.id().value(),
                        changed.superior().map(PersonId::value).orElse(null),
                        changed.from());
            case DetailsChanged changed ->
                new PersonDetailsChangedV1(
                        changed.id().value(),
                        texts.encrypt(changed.id(), changed.details().name()),
                        changed.details()
                                .email()
                                .map(email -> texts.encrypt(changed.id(), email))
                                .orElse(null));
            case Separated separated -> new PersonSeparatedV1(separated.id().value(), separated.on());
        };
    }
}
