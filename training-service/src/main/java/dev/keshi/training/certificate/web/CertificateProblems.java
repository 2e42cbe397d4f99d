package dev.keshi.training.certificate.web;

import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import dev.keshi.training.certificate.CertificateProblem;
import org.springframework.stereotype.Component;

@Component
final class CertificateProblems implements ProblemMapping<CertificateProblem> {

    @Override
    public Class<CertificateProblem> failures() {
        return CertificateProblem.class;
    }

    @Override
    public Problem describe(CertificateProblem problem) {
        return switch (problem) {
            case CertificateProblem.Unknown _ -> Problem.notFound("certificate-not-found");
            case CertificateProblem.UnknownHolder _ -> Problem.notFound("certificate-holder-not-found");
            case CertificateProblem.RevokedBefore _ -> Problem.conflict("certificate-revoked-before");
        };
    }
}
