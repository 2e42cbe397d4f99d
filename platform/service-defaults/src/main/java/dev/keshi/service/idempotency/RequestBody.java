package dev.keshi.service.idempotency;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** A request whose body is hashed: at once when it is small, part by part, or while it streams to the handler. */
sealed interface RequestBody {

    long SMALL = 1024L * 1024;

    /** The request to pass on. */
    HttpServletRequest request();

    /** The hash, as soon as it is known without reading what the handler has to read. */
    Optional<String> knownHash();

    /** The hash after the handler is through; empty when it left bytes unread. */
    Optional<String> finalHash() throws IOException;

    /** Reads everything that is left; for comparing with what was answered before. */
    String drain() throws IOException;

    static RequestBody of(HttpServletRequest request) throws IOException, ServletException {
        var type = Objects.requireNonNullElse(request.getContentType(), "").toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/")) {
            return new Known(request, hashOfParts(request));
        }
        var length = request.getContentLengthLong();
        if ((length >= 0 && length <= SMALL) || type.contains("json")) {
            var bytes = request.getInputStream().readAllBytes();
            var digest = sha256();
            digest.update(bytes);
            return new Known(new BufferedRequest(request, bytes), hex(digest));
        }
        return new Streaming(new DigestingRequest(request));
    }

    /** The body is known before the handler runs. */
    record Known(HttpServletRequest request, String hash) implements RequestBody {
        @Override
        public Optional<String> knownHash() {
            return Optional.of(hash);
        }

        @Override
        public Optional<String> finalHash() {
            return Optional.of(hash);
        }

        @Override
        public String drain() {
            return hash;
        }
    }

    /** The body goes by once, however large. */
    record Streaming(DigestingRequest request) implements RequestBody {
        @Override
        public Optional<String> knownHash() {
            return Optional.empty();
        }

        @Override
        public Optional<String> finalHash() throws IOException {
            var stream = request.getInputStream();
            return stream.isFinished() || stream.read() < 0 ? Optional.of(hex(request.digest)) : Optional.empty();
        }

        @Override
        public String drain() throws IOException {
            request.getInputStream().transferTo(OutputStream.nullOutputStream());
            return hex(request.digest);
        }
    }

    private static String hashOfParts(HttpServletRequest request) throws IOException, ServletException {
        var digest = sha256();
        try (var sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            for (Part part : request.getParts()) {
                var label = part.getName() + '\n' + part.getSubmittedFileName() + '\n' + part.getSize() + '\n';
                sink.write(label.getBytes(StandardCharsets.UTF_8));
                try (var content = part.getInputStream()) {
                    content.transferTo(sink);
                }
            }
        }
        return hex(digest);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Gives the bytes out again. */
    final class BufferedRequest extends HttpServletRequestWrapper {

        private final BodyStream stream;

        BufferedRequest(HttpServletRequest request, byte[] bytes) {
            super(request);
            this.stream = new BodyStream(new ByteArrayInputStream(bytes));
        }

        @Override
        public ServletInputStream getInputStream() {
            return stream;
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(stream, charsetOf(this)));
        }
    }

    /** Hashes the bytes as they are read. */
    final class DigestingRequest extends HttpServletRequestWrapper {

        private final MessageDigest digest = sha256();
        private final BodyStream stream;

        DigestingRequest(HttpServletRequest request) throws IOException {
            super(request);
            this.stream = new BodyStream(new DigestInputStream(request.getInputStream(), digest));
        }

        @Override
        public ServletInputStream getInputStream() {
            return stream;
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(stream, charsetOf(this)));
        }
    }

    private static Charset charsetOf(HttpServletRequest request) {
        var name = request.getCharacterEncoding();
        return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
    }

    /** A blocking servlet stream over another. */
    final class BodyStream extends ServletInputStream {

        private final InputStream source;
        private boolean finished;

        BodyStream(InputStream source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            var value = source.read();
            finished |= value < 0;
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var count = source.read(buffer, offset, length);
            finished |= count < 0;
            return count;
        }

        @Override
        public boolean isFinished() {
            return finished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("Bodies are read by blocking; threads are cheap");
        }
    }
}
