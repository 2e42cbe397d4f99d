package dev.keshi.org.identity;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser that follows nothing by itself and sends its cookies to every replica, as it would to one gateway. */
final class Browser {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Map<String, String> cookies = new LinkedHashMap<>();

    record Answer(int status, String body, HttpResponse<String> raw) {

        String location() {
            return raw.headers().firstValue("Location").orElse("");
        }

        Optional<String> header(String name) {
            return raw.headers().firstValue(name);
        }

        /** A parameter of the address that the answer leads to. */
        Optional<String> parameter(String name) {
            var query = URI.create(location()).getRawQuery();
            return query == null
                    ? Optional.empty()
                    : Pattern.compile("&")
                            .splitAsStream(query)
                            .filter(pair -> pair.startsWith(name + "="))
                            .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                            .findFirst();
        }

        String csrf() {
            var match = CSRF.matcher(body);
            if (!match.find()) {
                throw new AssertionError("no form in " + status + " " + body);
            }
            return match.group(1);
        }
    }

    Answer get(Replica replica, String path) {
        return send(request(replica, path).GET());
    }

    Answer getIn(String languages, Replica replica, String path) {
        return send(
                request(replica, path).setHeader("Accept-Language", languages).GET());
    }

    Answer get(Replica replica, String path, Map<String, String> headers) {
        var request = request(replica, path).GET();
        headers.forEach(request::header);
        return send(request);
    }

    Answer post(Replica replica, String path, Map<String, String> form) {
        return post(replica, path, form, Map.of());
    }

    Answer post(Replica replica, String path, Map<String, String> form, Map<String, String> headers) {
        var request = request(replica, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)));
        headers.forEach(request::header);
        return send(request);
    }

    Answer json(Replica replica, String method, String path, String body, Map<String, String> headers) {
        var request = request(replica, path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    Map<String, String> cookies() {
        return cookies;
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(Replica replica, String path) {
        var request = HttpRequest.newBuilder(replica.at(path)).header("Accept-Language", "en");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void keep(String setCookie) {
        var pair = setCookie.substring(0, setCookie.indexOf(';'));
        var name = pair.substring(0, pair.indexOf('='));
        if (setCookie.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, pair.substring(pair.indexOf('=') + 1));
        }
    }
}
