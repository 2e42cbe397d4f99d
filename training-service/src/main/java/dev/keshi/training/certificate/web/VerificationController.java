package dev.keshi.training.certificate.web;

import dev.keshi.training.certificate.CertificateNumber;
import dev.keshi.training.certificate.CertificateProblem;
import dev.keshi.training.certificate.CertificateQueries;
import dev.keshi.training.certificate.VerificationView;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether a certificate holds, for anybody who was shown its number. Whatever else is asked for gets one and the same answer. */
@RestController
@RequestMapping("/api/training/v1/certificates/verify")
class VerificationController {

    private final CertificateQueries queries;

    VerificationController(CertificateQueries queries) {
        this.queries = queries;
    }

    /** Nobody in between keeps it, because it may be revoked at any moment. */
    @GetMapping("/{number}")
    @PreAuthorize("permitAll()")
    ResponseEntity<VerificationView> verify(@PathVariable String number) {
        var found = queries.verify(CertificateNumber.typed(number)).orElseThrow(CertificateProblem.Unknown::new);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(found);
    }
}
