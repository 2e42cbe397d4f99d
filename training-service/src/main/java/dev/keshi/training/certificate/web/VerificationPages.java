package dev.keshi.training.certificate.web;

import dev.keshi.service.problem.Languages;
import dev.keshi.service.time.EnterpriseTime;
import dev.keshi.training.certificate.CertificateNumber;
import dev.keshi.training.certificate.CertificateQueries;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The answer of {@link VerificationController} for people: whoever asks for {@code text/html} more than for JSON, as browsers do, gets a
 * page at the same address. It says neither more nor less.
 */
@Configuration(proxyBeanMethods = false)
class VerificationPages {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    @Bean
    RouterFunction<ServerResponse> verificationPage(CertificateQueries queries, EnterpriseTime time) {
        return RouterFunctions.route(
                RequestPredicates.GET("/api/training/v1/certificates/verify/{number}")
                        .and(RequestPredicates.headers(VerificationPages::wantPage)),
                request -> page(request, queries, time));
    }

    private static ServerResponse page(ServerRequest request, CertificateQueries queries, EnterpriseTime time) {
        var language = Languages.preferred(request.headers().firstHeader(HttpHeaders.ACCEPT_LANGUAGE));
        var page = new VerificationPage(language);
        var number = CertificateNumber.typed(request.pathVariable("number"));
        var found = queries.verify(number);
        return ServerResponse.status(found.isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE)
                .header("Content-Security-Policy", VerificationPage.CONTENT_SECURITY)
                .header("X-Robots-Tag", "noindex, nofollow")
                .body(found.map(certificate -> page.found(number, certificate, time.today()))
                        .orElseGet(page::unknown)
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** Programs that say nothing, anything or both alike get JSON, and so does what cannot be read. */
    private static boolean wantPage(ServerRequest.Headers headers) {
        try {
            var accepted = headers.accept();
            return quality(accepted, MediaType.TEXT_HTML) > quality(accepted, MediaType.APPLICATION_JSON);
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }

    /** Of that very type; whoever takes anything does not ask for it. */
    private static double quality(List<MediaType> accepted, MediaType type) {
        return accepted.stream()
                .filter(one -> one.equalsTypeAndSubtype(type))
                .mapToDouble(MediaType::getQualityValue)
                .max()
                .orElse(0);
    }
}
