package dev.keshi.org.identity.client;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.org.IntegrationClientClosedV1;
import dev.keshi.contracts.org.IntegrationClientRegisteredV1;
import dev.keshi.contracts.org.IntegrationClientRolesChangedV1;
import dev.keshi.contracts.org.IntegrationClientSecretReplacedV1;
import dev.keshi.org.account.Role;
import java.util.List;

/** Domain events to published contracts. */
final class IntegrationClientEventTranslator {

    private IntegrationClientEventTranslator() {}

    static List<PublishedEvent> publish(List<IntegrationClientEvent> events) {
        return events.stream().map(IntegrationClientEventTranslator::publish).toList();
    }

    private static PublishedEvent publish(IntegrationClientEvent event) {
        var id = event.client().value();
        var name = event.name().value();
        var roles = Role.names(event.roles());
        var epoch = event.permissionEpoch();
        return switch (event) {
            case IntegrationClientEvent.Registered registered ->
                new IntegrationClientRegisteredV1(id, name, roles, epoch);
            case IntegrationClientEvent.RolesChanged changed ->
                new IntegrationClientRolesChangedV1(id, name, roles, epoch);
            case IntegrationClientEvent.SecretReplaced replaced ->
                new IntegrationClientSecretReplacedV1(id, name, roles, epoch);
            case IntegrationClientEvent.Closed closed -> new IntegrationClientClosedV1(id, name, roles, epoch);
        };
    }
}
