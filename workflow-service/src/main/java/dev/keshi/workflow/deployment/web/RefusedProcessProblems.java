package dev.keshi.workflow.deployment.web;

import dev.keshi.service.problem.Finding;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import dev.keshi.workflow.definition.DeploymentError;
import dev.keshi.workflow.deployment.RefusedProcess;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

@Component
final class RefusedProcessProblems implements ProblemMapping<RefusedProcess> {

    @Override
    public Class<RefusedProcess> failures() {
        return RefusedProcess.class;
    }

    @Override
    public Problem describe(RefusedProcess refused) {
        boolean english = LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        return Problem.unprocessable("process-not-executable", refused.errors().size())
                .withErrors(refused.errors().stream()
                        .map(error -> finding(error, english))
                        .toList());
    }

    private static Finding finding(DeploymentError error, boolean english) {
        Map<String, Object> where = new LinkedHashMap<>();
        where.put("elementId", error.elementId());
        where.put("elementType", error.elementType());
        where.put("line", error.line());
        var finding = Finding.of(where, error.code().text()).saying(english ? error.en() : error.zh());
        return error.parserMessage().isEmpty() ? finding : finding.quoting(error.parserMessage());
    }
}
