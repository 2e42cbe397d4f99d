package dev.keshi.training.certificate;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import dev.keshi.directory.Directory;
import dev.keshi.directory.Scope;
import dev.keshi.messaging.Versioned;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import dev.keshi.service.time.EnterpriseTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Reads certificates. Who works where, and so who may see whose, is asked as of today. */
@Component
public class CertificateQueries {

    private final MongoCertificates certificates;
    private final Directory directory;
    private final EnterpriseTime time;

    CertificateQueries(MongoCertificates certificates, Directory directory, EnterpriseTime time) {
        this.certificates = certificates;
        this.directory = directory;
        this.time = time;
    }

    /** Empty when there is none, or when its holder is nobody for the scope. */
    public Optional<Versioned<CertificateView>> find(CertificateId id, Scope see) {
        return certificates
                .find(id)
                .filter(found -> directory.person(found.state().personId(), see).isPresent())
                .map(found -> CertificateView.of(found, time.today()));
    }

    /** Those that hold longest first; empty when there is no such person for the scope. */
    public Optional<Page<CertificateView>> list(String personId, Scope see, Paging paging) {
        return directory.person(personId, see).map(person -> {
            var filter = new ArrayList<Bson>(List.of(eq(MongoCertificates.PERSON, person.id())));
            paging.after().map(CertificateQueries::behind).ifPresent(filter::add);
            return paging.page(
                    certificates.select(and(filter), paging.limit() + 1),
                    one -> Position.of(one.state().expiresOn(), one.id()),
                    one -> CertificateView.of(one, time.today()).state());
        });
    }

    /** For anybody who has the number. */
    public Optional<VerificationView> verify(CertificateNumber number) {
        return certificates.find(number).map(Versioned::state).map(found -> {
            var name = directory.names(List.of(found.personId())).get(found.personId());
            return new VerificationView(
                    found.courseName(),
                    found.courseNameEn(),
                    name == null ? null : MaskedName.of(name),
                    found.issuedOn(),
                    found.expiresOn(),
                    found.standing(time.today()));
        });
    }

    private static Bson behind(Position after) {
        return or(
                lt(MongoCertificates.EXPIRES_ON, after.key()),
                and(eq(MongoCertificates.EXPIRES_ON, after.key()), lt("_id", after.id())));
    }
}
