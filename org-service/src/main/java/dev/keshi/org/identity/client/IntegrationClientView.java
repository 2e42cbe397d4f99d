package dev.keshi.org.identity.client;

import java.util.List;

/** An integration client as an administrator sees it. */
public record IntegrationClientView(
        String clientId, String name, List<String> roles, String status, long permissionEpoch) {}
