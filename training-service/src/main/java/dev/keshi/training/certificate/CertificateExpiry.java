package dev.keshi.training.certificate;

import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.sweep.Swept;
import dev.keshi.service.time.EnterpriseTime;
import java.util.List;

/** Tells that a certificate ends soon, unless it was renewed, and that it has ended; each once. */
final class CertificateExpiry implements Swept {

    private static final int AT_ONCE = 100;

    private final MongoCertificates certificates;
    private final EnterpriseTime time;

    CertificateExpiry(MongoCertificates certificates, EnterpriseTime time) {
        this.certificates = certificates;
        this.time = time;
    }

    @Override
    public String name() {
        return "certificates";
    }

    @Override
    public String doPart(String after) {
        var due = certificates.dueBy(time.today(), after, AT_ONCE);
        each(due, CertificateId::value, this::tell);
        return due.size() < AT_ONCE ? DONE : due.getLast().value();
    }

    private void tell(CertificateId id) {
        var unused = certificates.change(
                id, CommandContext.of("system:certificates"), certificate -> decide(id, certificate));
    }

    private Change<CertificateDocument> decide(CertificateId id, CertificateDocument certificate) {
        if (!certificate.isDueOn(time.today())) {
            return new Change<>(certificate, List.of());
        }
        var renewed = certificates.hasLater(certificate);
        if (certificate.isOverOn(time.today())) {
            return new Change<>(certificate.expired(), List.of(CertificateEvents.expired(id, certificate, renewed)));
        }
        return new Change<>(
                certificate.reminded(), renewed ? List.of() : List.of(CertificateEvents.expiring(id, certificate)));
    }
}
