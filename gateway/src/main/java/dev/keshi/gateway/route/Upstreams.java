package dev.keshi.gateway.route;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Addresses of the services: {@code KESHI_GATEWAY_UPSTREAMS_ORG} and so on. */
@ConfigurationProperties("keshi.gateway.upstreams")
public record Upstreams(
        @DefaultValue("http://127.0.0.1:8701") URI org,
        @DefaultValue("http://127.0.0.1:8702") URI workflow,
        @DefaultValue("http://127.0.0.1:8703") URI performance,
        @DefaultValue("http://127.0.0.1:8704") URI training,
        @DefaultValue("http://127.0.0.1:8705") URI risk,
        @DefaultValue("http://127.0.0.1:8706") URI notification,
        @DefaultValue("http://127.0.0.1:8707") URI reporting) {

    /** By the name that stands in paths. */
    Map<String, URI> byName() {
        var all = new LinkedHashMap<String, URI>();
        all.put("org", org);
        all.put("workflow", workflow);
        all.put("performance", performance);
        all.put("training", training);
        all.put("risk", risk);
        all.put("notification", notification);
        all.put("reporting", reporting);
        return all;
    }
}
