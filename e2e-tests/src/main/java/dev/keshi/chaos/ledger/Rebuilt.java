package dev.keshi.chaos.ledger;

import tools.jackson.databind.JsonNode;

/**
 * A read model that was made anew, or was asked for in vain.
 *
 * @param answer what the service says of it in the end
 */
public record Rebuilt(String service, String model, JsonNode answer) {}
