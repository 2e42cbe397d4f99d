package dev.keshi.org.identity.client.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keshi.org.identity.client.IntegrationClientService.Told;
import dev.keshi.org.identity.client.IntegrationClientView;
import org.jspecify.annotations.Nullable;

/** @param clientSecret told once; absent when the same command was carried out before */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ToldClientResponse(String clientId, @Nullable String clientSecret, IntegrationClientView client) {

    static ToldClientResponse of(Told told) {
        return new ToldClientResponse(
                told.client().id(), told.secret().orElse(null), told.client().state());
    }
}
