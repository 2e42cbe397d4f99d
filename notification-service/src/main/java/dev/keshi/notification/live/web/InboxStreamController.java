package dev.keshi.notification.live.web;

import dev.keshi.notification.live.Admission;
import dev.keshi.notification.live.LiveInboxService;
import dev.keshi.service.problem.Languages;
import dev.keshi.service.security.Caller;
import dev.keshi.service.security.PermissionEpochs;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The caller's own inbox, live. */
@RestController
@PreAuthorize("isAuthenticated()")
@RequestMapping("/api/notification/v1/inbox")
class InboxStreamController {

    private final LiveInboxService live;
    private final PermissionEpochs epochs;
    private final JsonMapper json;

    InboxStreamController(LiveInboxService live, PermissionEpochs epochs, JsonMapper json) {
        this.live = live;
        this.epochs = epochs;
        this.json = json;
    }

    /**
     * Server-sent events: {@code ready} first, then a {@code notification} for each one that is new or has changed, with
     * its place as the event's id; {@code closing} says why the server ends the stream. A reader who comes back with
     * {@code Last-Event-ID} misses nothing and gets nothing twice; one who comes without loads the list after
     * {@code ready}.
     */
    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")))
    void stream(
            Caller caller,
            Authentication authentication,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language,
            HttpServletResponse response)
            throws IOException {
        var out = response.getOutputStream();
        var stream = live.admit(new Admission(
                caller.id(),
                expiry(authentication),
                () -> epochs.current(caller.id()).orElse(0) <= caller.epoch(),
                Languages.preferred(language),
                place(lastEventId)));
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        live.tell(stream, new ServerSentEvents(out, json));
    }

    private static Instant expiry(Authentication authentication) {
        return authentication instanceof JwtAuthenticationToken token
                ? Objects.requireNonNullElse(token.getToken().getExpiresAt(), Instant.MIN)
                : Instant.MIN;
    }

    /** Whatever was not given out here counts as none. */
    private static OptionalLong place(@Nullable String lastEventId) {
        return lastEventId != null && lastEventId.matches("\\d{1,18}")
                ? OptionalLong.of(Long.parseLong(lastEventId))
                : OptionalLong.empty();
    }
}
