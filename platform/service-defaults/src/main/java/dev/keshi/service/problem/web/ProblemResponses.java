package dev.keshi.service.problem.web;

import dev.keshi.service.problem.Languages;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemDocument;
import dev.keshi.service.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes a problem straight to the response, so that it arrives whatever the caller says it accepts. */
public final class ProblemResponses {

    private final Problems problems;

    public ProblemResponses(Problems problems) {
        this.problems = problems;
    }

    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        var language = Languages.preferred(request.getHeader("Accept-Language"));
        var body = problems.json(problems.document(problem, language));
        response.resetBuffer();
        response.setStatus(problem.status());
        problem.headers().forEach(response::setHeader);
        response.setContentType(ProblemDocument.MEDIA_TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Language", language.toLanguageTag());
        response.setHeader("Cache-Control", "no-store");
        response.addHeader("Vary", "Accept-Language");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }
}
