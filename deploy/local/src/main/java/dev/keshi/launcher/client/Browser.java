package dev.keshi.launcher.client;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Someone at the pages of identity: keeps cookies, fills in forms, follows no redirect unasked. */
final class Browser {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]+)\"");

    private final HttpClient http = Wire.browser();

    Answer open(URI page) {
        return Wire.send(
                http, HttpRequest.newBuilder(page).timeout(Wire.PATIENCE).build());
    }

    /** Fills in the form of a page, with the hidden token that the page carries. */
    Answer submit(Answer page, URI target, Map<String, String> fields) {
        var form = FORM_TOKEN.matcher(page.body());
        if (!form.find()) {
            throw new CallFailure("%s shows no form".formatted(page.call()));
        }
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", form.group(1).replace("&#x3D;", "="));
        return send(target, all);
    }

    Answer send(URI target, Map<String, String> fields) {
        return Wire.send(
                http,
                HttpRequest.newBuilder(target)
                        .timeout(Wire.PATIENCE)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(encoded(fields)))
                        .build());
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
