package dev.keshi.service.limit;

import dev.keshi.service.problem.CommonProblem;
import dev.keshi.service.problem.web.BodyTooLargeException;
import dev.keshi.service.problem.web.ProblemResponses;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.springframework.web.filter.OncePerRequestFilter;

/** 413 by the stated length, or as soon as more than allowed has arrived. */
final class BodyLimit extends OncePerRequestFilter {

    private final LimitSettings settings;
    private final ProblemResponses problems;

    BodyLimit(LimitSettings settings, ProblemResponses problems) {
        this.settings = settings;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var type = Objects.requireNonNullElse(request.getContentType(), "").toLowerCase(Locale.ROOT);
        var limit = limit(request.getRequestURI(), type);
        var length = request.getContentLengthLong();
        if (length > limit) {
            problems.write(request, response, CommonProblem.payloadTooLarge(limit));
        } else if (type.startsWith("multipart/") && isChunked(request) && !isImport(request.getRequestURI())) {
            // The container reads parts past this filter, so their size must be known beforehand.
            problems.write(request, response, CommonProblem.lengthRequired());
        } else {
            chain.doFilter(length < 0 ? new Limited(request, limit) : request, response);
        }
    }

    private static boolean isChunked(HttpServletRequest request) {
        return request.getHeader("Transfer-Encoding") != null;
    }

    private long limit(String path, String type) {
        if (isImport(path)) {
            return settings.maxImport().toBytes();
        }
        return type.contains("json")
                ? settings.maxJson().toBytes()
                : settings.maxUpload().toBytes();
    }

    private boolean isImport(String path) {
        return settings.importPaths().stream().anyMatch(path::startsWith);
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final ServletInputStream stream;

        Limited(HttpServletRequest request, long limit) throws IOException {
            super(request);
            this.stream = new LimitedStream(request.getInputStream(), limit);
        }

        @Override
        public ServletInputStream getInputStream() {
            return stream;
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
    }

    private static final class LimitedStream extends ServletInputStream {

        private final ServletInputStream source;
        private final long limit;
        private long count;

        LimitedStream(ServletInputStream source, long limit) {
            this.source = source;
            this.limit = limit;
        }

        private int counted(int bytes) throws IOException {
            count += Math.max(0, bytes);
            if (count > limit) {
                throw new BodyTooLargeException(limit);
            }
            return bytes;
        }

        @Override
        public int read() throws IOException {
            var value = source.read();
            counted(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return counted(source.read(buffer, offset, length));
        }

        @Override
        public boolean isFinished() {
            return source.isFinished();
        }

        @Override
        public boolean isReady() {
            return source.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            source.setReadListener(listener);
        }
    }
}
