package dev.keshi.training.certificate.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

record RevokeCertificateRequest(
        @NotNull @Size(min = 1, max = REASON) @Pattern(regexp = TEXT)
        String reason) {

    private static final String TEXT = "(?U)[\\r\\n\\t[^\\p{Cntrl}]]*[^\\p{Cntrl}\\s][\\r\\n\\t[^\\p{Cntrl}]]*";
    private static final int REASON = 500;
}
