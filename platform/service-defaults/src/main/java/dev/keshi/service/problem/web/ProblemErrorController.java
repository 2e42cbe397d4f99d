package dev.keshi.service.problem.web;

import dev.keshi.service.problem.CommonProblem;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the container sends what failed outside a controller. There is no error page in HTML. */
@Controller
@io.swagger.v3.oas.annotations.Hidden
public class ProblemErrorController implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(ProblemErrorController.class);

    private final FailureTranslator translator;
    private final ProblemResponses responses;

    public ProblemErrorController(FailureTranslator translator, ProblemResponses responses) {
        this.translator = translator;
        this.responses = responses;
    }

    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            var problem = translator.translate(failure);
            if (problem.status() == 500) {
                log.error(
                        "{} {} failed unexpectedly",
                        request.getMethod(),
                        request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
                        failure);
            }
            responses.write(request, response, problem);
            return;
        }
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        responses.write(request, response, CommonProblem.ofStatus(status));
    }
}
