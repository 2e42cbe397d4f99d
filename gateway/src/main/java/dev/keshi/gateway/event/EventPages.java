package dev.keshi.gateway.event;

import dev.keshi.contracts.EventCatalogue;
import dev.keshi.contracts.EventDescriptor;
import dev.keshi.gateway.page.Pages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code /events/asyncapi.json}, {@code /events/schemas/{type}.json} and {@code /events/examples/{type}.json}. */
@Configuration(proxyBeanMethods = false)
class EventPages {

    /** Made while building, from the catalogue; complete in itself, so that it can be handed to any tool. */
    private static final Resource ASYNC_API = new ClassPathResource("asyncapi.json");

    @Bean
    RouterFunction<ServerResponse> eventRoutes() {
        return RouterFunctions.route()
                .GET(
                        "/events/asyncapi.json",
                        request -> Pages.open(ServerResponse.ok())
                                .contentType(MediaType.APPLICATION_JSON)
                                .bodyValue(ASYNC_API))
                .GET("/events/schemas/{file}", request -> file(request, "schemas/", "application/schema+json"))
                .GET("/events/examples/{file}", request -> file(request, "golden/", "application/json"))
                .build();
    }

    /** Only types of the catalogue are looked up, so the name cannot lead anywhere else. */
    private static Mono<ServerResponse> file(ServerRequest request, String folder, String type) {
        var file = request.pathVariable("file");
        var known = file.endsWith(".json")
                && EventCatalogue.find(file.substring(0, file.length() - ".json".length()))
                        .filter(EventDescriptor::isForSubscribers)
                        .isPresent();
        var resource = new ClassPathResource(folder + (known ? file : "none"));
        return known && resource.exists()
                ? Pages.open(ServerResponse.ok())
                        .contentType(MediaType.parseMediaType(type))
                        .bodyValue(resource)
                : Pages.notFound();
    }
}
