package dev.keshi.training.certificate;

import dev.keshi.directory.Scope;
import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import dev.keshi.service.time.EnterpriseTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Service;

/** The door for what is done with certificates. They are issued by themselves. */
@Service
public class CertificateService {

    private final MongoCertificates certificates;
    private final CertificateQueries queries;
    private final EnterpriseTime time;

    CertificateService(MongoCertificates certificates, CertificateQueries queries, EnterpriseTime time) {
        this.certificates = certificates;
        this.queries = queries;
        this.time = time;
    }

    /**
     * Has a certificate hold no more, for good.
     *
     * @throws CertificateProblem when there is none for the scope, or it was revoked before
     */
    public Versioned<CertificateView> revoke(CommandContext context, Scope see, CertificateId id, String reason) {
        if (queries.find(id, see).isEmpty()) {
            throw new CertificateProblem.Unknown();
        }
        var at = time.now().truncatedTo(ChronoUnit.MILLIS);
        try {
            return CertificateView.of(
                    certificates.change(id, context, certificate -> {
                        var after = certificate.revoked(context.actor(), at, reason);
                        return new Change<>(after, List.of(CertificateEvents.revoked(id, after)));
                    }),
                    time.today());
        } catch (AggregateFailure.NotFound unknown) {
            throw new CertificateProblem.Unknown();
        }
    }
}
