package dev.keshi.gateway.page;

import dev.keshi.service.problem.CommonProblem;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.function.server.ServerResponse.BodyBuilder;
import reactor.core.publisher.Mono;

/** {@code /}, {@code /callback}, {@code /docs} and the files they need; nothing is fetched from elsewhere. */
@Configuration(proxyBeanMethods = false)
public class Pages {

    private static final Pattern FILE = Pattern.compile("[a-z][a-z0-9-]{0,40}\\.(css|js)");
    /** Swagger UI sets styles at run time. */
    private static final String CONTENT_SECURITY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                    + "connect-src 'self'; font-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    RouterFunction<ServerResponse> pageRoutes(@Value("${keshi.gateway.swagger-ui}") String swaggerUi) {
        var swagger = "META-INF/resources/webjars/swagger-ui/" + swaggerUi + "/";
        return RouterFunctions.route()
                .GET("/", request -> page("index.html"))
                .GET("/callback", request -> page("callback.html"))
                .GET("/docs", request -> page("docs.html"))
                .GET("/docs/swagger-ui/{file}", request -> file(swagger, request.pathVariable("file")))
                .GET("/docs/{file}", request -> file("pages/", request.pathVariable("file")))
                .build();
    }

    private static Mono<ServerResponse> page(String name) {
        return open(ServerResponse.ok())
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.parseMediaType("text/html;charset=utf-8"))
                .bodyValue(new ClassPathResource("pages/" + name));
    }

    private static Mono<ServerResponse> file(String folder, String name) {
        Resource resource = new ClassPathResource(folder + name);
        if (!FILE.matcher(name).matches() || !resource.exists()) {
            return notFound();
        }
        return open(ServerResponse.ok())
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .contentType(MediaType.valueOf(name.endsWith(".css") ? "text/css" : "text/javascript"))
                .bodyValue(resource);
    }

    /** With the headers that belong to everything the gateway shows itself. */
    public static BodyBuilder open(BodyBuilder response) {
        return response.header("Content-Security-Policy", CONTENT_SECURITY)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer");
    }

    public static Mono<ServerResponse> notFound() {
        return Mono.error(CommonProblem.notFound().toException());
    }
}
