package dev.keshi.performance.indicator.web;

import dev.keshi.performance.indicator.SetAsideEvidence;
import dev.keshi.service.problem.Finding;
import dev.keshi.service.problem.Problems;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;

/** Says why something counts for nobody. Its event was taken in, so nobody is refused: the problem stands beside it. */
final class SetAsideWords {

    private static final String CODE = "evidence-after-leaving";

    private final Problems problems;

    SetAsideWords(Problems problems) {
        this.problems = problems;
    }

    SetAsideView view(SetAsideEvidence evidence) {
        return new SetAsideView(
                Problems.type(CODE),
                said(Finding.of(Map.of(), CODE)),
                said(Finding.of(
                        Map.of(),
                        "evidence-after-leaving.detail",
                        evidence.on().toString(),
                        evidence.leftOn().toString())),
                CODE,
                evidence.eventId(),
                evidence.subject(),
                evidence.on(),
                evidence.doneAt());
    }

    private String said(Finding finding) {
        return problems.message(finding, LocaleContextHolder.getLocale());
    }
}
