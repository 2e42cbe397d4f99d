package dev.keshi.service.problem.web;

import dev.keshi.service.problem.CommonProblem;
import dev.keshi.service.problem.Languages;
import dev.keshi.service.problem.ProblemDocument;
import dev.keshi.service.problem.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what Tomcat refuses before any application sees it: a broken header, a path that cannot be decoded. */
final class ContainerProblems extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(ContainerProblems.class);

    private final Problems problems;

    ContainerProblems(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        if (failure != null && response.getStatus() >= 500) {
            log.error("A request failed outside the application", failure);
        }
        var language = Languages.preferred(request.getHeader("Accept-Language"));
        var document = problems.document(CommonProblem.ofStatus(response.getStatus()), language);
        try {
            response.setContentType(ProblemDocument.MEDIA_TYPE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            var writer = response.getReporter();
            if (writer != null) {
                writer.write(new String(problems.json(document), StandardCharsets.UTF_8));
                response.finishResponse();
            }
        } catch (IOException callerIsGone) {
            log.debug("The caller is gone", callerIsGone);
        }
    }
}
