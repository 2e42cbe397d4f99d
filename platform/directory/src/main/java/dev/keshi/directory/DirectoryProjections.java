package dev.keshi.directory;

import dev.keshi.contracts.EncryptedText;
import dev.keshi.contracts.org.AccountActivatedV1;
import dev.keshi.contracts.org.AccountClosedV1;
import dev.keshi.contracts.org.AccountInvitedV1;
import dev.keshi.contracts.org.AccountLockedV1;
import dev.keshi.contracts.org.AccountPasswordChangedV1;
import dev.keshi.contracts.org.AccountRolesChangedV1;
import dev.keshi.contracts.org.AccountUnlockedV1;
import dev.keshi.contracts.org.DepartmentClosedV1;
import dev.keshi.contracts.org.DepartmentLeadershipChangedV1;
import dev.keshi.contracts.org.DepartmentMovedV1;
import dev.keshi.contracts.org.DepartmentOpenedV1;
import dev.keshi.contracts.org.DepartmentRenamedV1;
import dev.keshi.contracts.org.Deputy;
import dev.keshi.contracts.org.IntegrationClientClosedV1;
import dev.keshi.contracts.org.IntegrationClientRegisteredV1;
import dev.keshi.contracts.org.IntegrationClientRolesChangedV1;
import dev.keshi.contracts.org.IntegrationClientSecretReplacedV1;
import dev.keshi.contracts.org.PersonDetailsChangedV1;
import dev.keshi.contracts.org.PersonHiredV1;
import dev.keshi.contracts.org.PersonSeparatedV1;
import dev.keshi.contracts.org.PersonTransferredV1;
import dev.keshi.contracts.org.ReportingLineChangedV1;
import dev.keshi.messaging.consumer.EventHandlers;
import dev.keshi.messaging.consumer.Projected;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Keeps the copy up to date. Fields that are absent in an event are absent in the copy. */
final class DirectoryProjections {

    private DirectoryProjections() {}

    static EventHandlers handlers() {
        return EventHandlers.named("directory")
                .projection(DirectoryCollections.DEPARTMENTS, "department", DirectoryProjections::departments)
                .projection(DirectoryCollections.PEOPLE, "person", DirectoryProjections::people)
                .projection(DirectoryCollections.ACCOUNTS, "account", DirectoryProjections::accounts)
                .projection(DirectoryCollections.CLIENTS, "integration-client", DirectoryProjections::clients);
    }

    private static void departments(EventHandlers.Projection events) {
        events.on(DepartmentOpenedV1.class, event -> {
                    var opened = event.data();
                    return fields(
                            "name", opened.name(),
                            "nameEn", opened.nameEn(),
                            "parentId", opened.parentId(),
                            "managerId", opened.managerId(),
                            "deputies", deputies(opened.deputies()),
                            "open", true);
                })
                .on(
                        DepartmentRenamedV1.class,
                        event -> fields(
                                "name", event.data().name(),
                                "nameEn", event.data().nameEn()))
                .on(
                        DepartmentMovedV1.class,
                        event -> fields("parentId", event.data().parentId()))
                .on(
                        DepartmentLeadershipChangedV1.class,
                        event -> fields(
                                "managerId", event.data().managerId(),
                                "deputies", deputies(event.data().deputies())))
                .on(DepartmentClosedV1.class, _ -> fields("open", false));
    }

    private static void people(EventHandlers.Projection events) {
        events.on(PersonHiredV1.class, event -> {
                    var hired = event.data();
                    return fields(
                            "name", hired.name().ciphertext(),
                            "email", ciphertext(hired.email()),
                            "departmentId", hired.departmentId(),
                            "positionId", hired.positionId(),
                            "reportsTo", hired.reportsTo(),
                            "since", hired.hiredOn().toString(),
                            "employed", true);
                })
                .on(PersonTransferredV1.class, event -> {
                    var moved = event.data();
                    return fields(
                            "departmentId", moved.departmentId(),
                            "positionId", moved.positionId(),
                            "reportsTo", moved.reportsTo(),
                            "since", moved.effectiveOn().toString());
                })
                .on(
                        ReportingLineChangedV1.class,
                        event -> fields("reportsTo", event.data().reportsTo()))
                .on(
                        PersonDetailsChangedV1.class,
                        event -> fields(
                                "name", event.data().name().ciphertext(),
                                "email", ciphertext(event.data().email())))
                .on(PersonSeparatedV1.class, _ -> fields("employed", false));
    }

    private static void accounts(EventHandlers.Projection events) {
        events.on(
                        AccountInvitedV1.class,
                        event -> account(
                                event.data().personId(),
                                event.data().roles(),
                                event.data().permissionEpoch()))
                .on(
                        AccountActivatedV1.class,
                        event -> account(
                                event.data().personId(),
                                event.data().roles(),
                                event.data().permissionEpoch()))
                .on(
                        AccountRolesChangedV1.class,
                        event -> account(
                                event.data().personId(),
                                event.data().roles(),
                                event.data().permissionEpoch()))
                .on(
                        AccountPasswordChangedV1.class,
                        event -> account(
                                event.data().personId(),
                                event.data().roles(),
                                event.data().permissionEpoch()))
                .on(
                        AccountUnlockedV1.class,
                        event -> account(
                                event.data().personId(),
                                event.data().roles(),
                                event.data().permissionEpoch()))
                .on(
                        AccountLockedV1.class,
                        event -> account(
                                event.data().personId(),
                                event.data().roles(),
                                event.data().permissionEpoch()))
                .on(
                        AccountClosedV1.class,
                        event -> account(
                                event.data().personId(),
                                event.data().roles(),
                                event.data().permissionEpoch()));
    }

    private static void clients(EventHandlers.Projection events) {
        events.on(
                        IntegrationClientRegisteredV1.class,
                        event -> client(event.data().permissionEpoch()))
                .on(
                        IntegrationClientRolesChangedV1.class,
                        event -> client(event.data().permissionEpoch()))
                .on(
                        IntegrationClientSecretReplacedV1.class,
                        event -> client(event.data().permissionEpoch()))
                .on(
                        IntegrationClientClosedV1.class,
                        event -> client(event.data().permissionEpoch()));
    }

    private static Projected client(long permissionEpoch) {
        return fields("permissionEpoch", permissionEpoch);
    }

    private static Projected account(String personId, List<String> roles, long permissionEpoch) {
        return fields("personId", personId, "roles", roles, "permissionEpoch", permissionEpoch);
    }

    private static List<Document> deputies(List<Deputy> deputies) {
        return deputies.stream()
                .map(deputy -> new Document("personId", deputy.personId())
                        .append("area", deputy.area())
                        .append("inChargeOf", deputy.inChargeOf()))
                .toList();
    }

    private static @Nullable String ciphertext(@Nullable EncryptedText text) {
        return text == null ? null : text.ciphertext();
    }

    /** Names and values in turn; a null value removes the field. */
    private static Projected fields(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return Projected.set(fields);
    }
}
