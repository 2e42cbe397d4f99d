package dev.keshi.training.certificate.web;

import dev.keshi.messaging.CommandContext;
import dev.keshi.service.command.Replies;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.security.Caller;
import dev.keshi.training.certificate.CertificateAccess;
import dev.keshi.training.certificate.CertificateId;
import dev.keshi.training.certificate.CertificateProblem;
import dev.keshi.training.certificate.CertificateQueries;
import dev.keshi.training.certificate.CertificateService;
import dev.keshi.training.certificate.CertificateView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Certificates: of oneself and of those one leads; HR revokes them. */
@RestController
@RequestMapping("/api/training/v1/certificates")
class CertificateController {

    private static final int ID = 64;

    private final CertificateService certificates;
    private final CertificateQueries queries;
    private final CertificateAccess access;

    CertificateController(CertificateService certificates, CertificateQueries queries, CertificateAccess access) {
        this.certificates = certificates;
        this.queries = queries;
        this.access = access;
    }

    /** @param personId the caller when it is not said */
    @GetMapping
    @PreAuthorize("isAuthenticated()")
    Page<CertificateView> list(
            @RequestParam(required = false) @Nullable @Size(max = ID) String personId, Caller caller, Paging paging) {
        var holder = personId == null ? caller.id() : personId;
        return queries.list(holder, access.see(caller.id(), caller.roles()), paging)
                .orElseThrow(() -> new CertificateProblem.UnknownHolder(holder));
    }

    @GetMapping("/{id}")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<CertificateView> find(@PathVariable CertificateId id, Caller caller) {
        var certificate =
                queries.find(id, access.see(caller.id(), caller.roles())).orElseThrow(CertificateProblem.Unknown::new);
        return Replies.ok(certificate, certificate.state());
    }

    @PostMapping("/{id}/revoke")
    @PreAuthorize("hasRole('HR')")
    ResponseEntity<CertificateView> revoke(
            @PathVariable CertificateId id,
            CommandContext context,
            Caller caller,
            @Valid @RequestBody RevokeCertificateRequest request) {
        var revoked = certificates.revoke(context, access.revoke(caller.id(), caller.roles()), id, request.reason());
        return Replies.ok(revoked, revoked.state());
    }
}
