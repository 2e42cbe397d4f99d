package dev.keshi.org.identity.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A page that is ready to be sent. */
record Page(int status, String html) {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    ResponseEntity<byte[]> toResponse() {
        return ResponseEntity.status(status).contentType(HTML).body(html.getBytes(StandardCharsets.UTF_8));
    }

    void writeTo(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(HTML.toString());
        response.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
    }
}
