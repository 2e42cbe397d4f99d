package dev.keshi.contracts.org;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.util.List;

/**
 * An integration client was closed for good.
 *
 * @param clientId the {@code client_id}, and the {@code sub} of the access tokens
 * @param name what people call the program
 * @param roles the rights that hold from now on, sorted: INTEGRATION, HR, AUDITOR; empty, for the client has no rights
 * @param permissionEpoch access tokens of this client with a smaller {@code epoch} no longer hold; never falls
 */
@EventContract(
        type = "keshi.org.integration-client-closed.v1",
        topic = Topics.ORG,
        aggregate = "integration-client",
        key = "clientId",
        en = "An integration client was closed for good.",
        zh = "集成客户端已永久关闭。")
public record IntegrationClientClosedV1(String clientId, String name, List<String> roles, long permissionEpoch)
        implements PublishedEvent {

    public IntegrationClientClosedV1 {
        roles = List.copyOf(roles);
    }
}
