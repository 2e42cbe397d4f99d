package dev.keshi.org.identity.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keshi.org.account.Role;
import dev.keshi.org.account.SecretHash;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IntegrationClientTest {

    private final IntegrationClient client = IntegrationClient.register(
            ClientId.of("1"), new ClientName(" ERP "), SecretHash.of("secret"), Set.of(Role.INTEGRATION));

    @Test
    void aProgramNeverAdministers() {
        for (var roles : List.of(
                Set.of(Role.INTEGRATION, Role.ADMIN), Set.of(Role.INTEGRATION, Role.EMPLOYEE), Set.of(Role.HR))) {
            assertThatExceptionOfType(ClientProblem.RolesNotForClients.class)
                    .isThrownBy(() -> client.changeRoles(roles));
        }
    }

    @Test
    void everyChangeOfRightsRaisesThePermissionEpoch() {
        assertThat(client.replaceSecret(SecretHash.of("new")).permissionEpoch()).isEqualTo(2);
        assertThat(client.changeRoles(Set.of(Role.INTEGRATION, Role.HR)).permissionEpoch())
                .isEqualTo(2);
        assertThat(client.changeRoles(client.roles())).isEqualTo(client);
        assertThat(client.close().permissionEpoch()).isEqualTo(2);
    }

    @Test
    void aClosedClientStaysClosed() {
        var closed = client.close();
        assertThatExceptionOfType(ClientProblem.Closed.class).isThrownBy(closed::close);
        assertThatExceptionOfType(ClientProblem.Closed.class)
                .isThrownBy(() -> closed.replaceSecret(SecretHash.of("new")));
    }

    @Test
    void whatIsKeptIsReadBack() {
        assertThat(IntegrationClientDocument.of(client).toClient(client.id().value()))
                .usingRecursiveComparison()
                .ignoringFields("news")
                .isEqualTo(client);
        assertThat(client.name().value()).isEqualTo("ERP");
    }
}
