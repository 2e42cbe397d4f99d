package dev.keshi.training.certificate.web;

import dev.keshi.service.text.WrittenText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

record RevokeCertificateRequest(
        @NotNull @Size(min = 1, max = REASON) @Pattern(regexp = WrittenText.LINES)
        String reason) {

    private static final int REASON = 500;
}
