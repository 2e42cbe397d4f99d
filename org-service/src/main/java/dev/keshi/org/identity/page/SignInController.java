package dev.keshi.org.identity.page;

import dev.keshi.org.identity.WhenEmbedded;
import dev.keshi.org.identity.session.Continuation;
import dev.keshi.org.identity.session.PersonAuthentication;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out. The form itself is received by the security filter. */
@RestController
@PreAuthorize("permitAll()")
@WhenEmbedded
class SignInController {

    private static final List<String> NOTICES = List.of("failed", "busy", "expired", "ready", "changed", "signed-out");

    private final Pages pages;
    private final byte[] style;

    SignInController(Pages pages) {
        this.pages = pages;
        this.style = style();
    }

    @GetMapping("/login")
    ResponseEntity<byte[]> form(
            HttpServletRequest request,
            CsrfToken csrf,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        if (request.getUserPrincipal() instanceof PersonAuthentication) {
            return seeOther(Continuation.take(request));
        }
        var notice = NOTICES.stream()
                .filter(name -> request.getParameter(name) != null)
                .findFirst()
                .map(name -> pages.text(language, "login-" + name))
                .orElse("");
        var problem = request.getParameter("failed") != null || request.getParameter("busy") != null;
        return pages.page(language, 200, "login", Map.of("csrf", csrf.getToken(), "notice", notice, "problem", problem))
                .toResponse();
    }

    /** Asks first: a link from elsewhere must not sign anyone out. */
    @GetMapping("/account/sign-out")
    ResponseEntity<byte[]> signOutForm(
            CsrfToken csrf,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        return pages.page(language, 200, "sign-out", Map.of("csrf", csrf.getToken()))
                .toResponse();
    }

    @PostMapping("/account/sign-out")
    ResponseEntity<byte[]> signOut(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return seeOther("/login?signed-out");
    }

    @GetMapping("/account/style.css")
    ResponseEntity<byte[]> style(HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/css;charset=UTF-8"))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .body(style);
    }

    static ResponseEntity<byte[]> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }

    private static byte[] style() {
        try (var file = SignInController.class.getResourceAsStream("style.css")) {
            if (file == null) {
                throw new IllegalStateException("style.css is not on the class path");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
