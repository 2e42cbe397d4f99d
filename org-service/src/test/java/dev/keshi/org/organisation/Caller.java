package dev.keshi.org.organisation;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockPart;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who calls the service with an access token. */
record Caller(MockMvc mvc, String person, String... roles) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    record Answer(int status, String body, String etag, String location) {

        JsonNode json() {
            return JSON.readTree(body);
        }

        String code() {
            return json().path("code").asString();
        }

        String id() {
            return json().path("id").asString();
        }
    }

    Answer read(String path) {
        return send(get(path));
    }

    Answer create(String path, Object body) {
        return send(post(path)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .content(JSON.writeValueAsString(body)));
    }

    Answer create(String path, String key, Object body) {
        return send(post(path)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .content(JSON.writeValueAsString(body)));
    }

    /** A change that states which version was seen. */
    Answer change(String path, String etag, Object body) {
        return send(post(path)
                .contentType("application/json")
                .header("If-Match", etag)
                .content(JSON.writeValueAsString(body)));
    }

    Answer changeUnseen(String path, Object body) {
        return send(post(path).contentType("application/json").content(JSON.writeValueAsString(body)));
    }

    /** Any command. @param etag empty when it does not say which version was seen */
    Answer command(String method, String path, String etag, String type, String body) {
        var request = request(HttpMethod.valueOf(method), path)
                .contentType(type)
                .header("Idempotency-Key", UUID.randomUUID())
                .content(body);
        return send(etag.isEmpty() ? request : request.header("If-Match", etag));
    }

    Answer upload(String path, Map<String, byte[]> files) {
        var upload = multipart(path);
        files.forEach((name, bytes) -> upload.part(new MockPart(name, name + ".csv", bytes)));
        return send(upload);
    }

    record File(String table, byte[] bytes) {}

    Answer upload(String path, String language, Map<String, byte[]> files) {
        return upload(
                path,
                language,
                files.entrySet().stream()
                        .map(file -> new File(file.getKey(), file.getValue()))
                        .toList());
    }

    Answer upload(String path, String language, List<File> files) {
        var upload = multipart(path);
        files.forEach(file -> upload.part(new MockPart(file.table(), file.table() + ".csv", file.bytes())));
        return send(upload.header("Accept-Language", language));
    }

    Answer uploadCsv(String path, byte[] file) {
        return send(post(path).contentType("text/csv").content(file));
    }

    private Answer send(AbstractMockHttpServletRequestBuilder<?> request) {
        var authorities = Arrays.stream(roles)
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toArray(SimpleGrantedAuthority[]::new);
        return perform(request.with(jwt().jwt(token -> token.subject(person)).authorities(authorities)));
    }

    private Answer perform(RequestBuilder request) {
        try {
            MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
            return new Answer(
                    response.getStatus(),
                    response.getContentAsString(StandardCharsets.UTF_8),
                    String.valueOf(response.getHeader("ETag")),
                    String.valueOf(response.getHeader("Location")));
        } catch (Exception unexpected) {
            throw new AssertionError(unexpected);
        }
    }
}
