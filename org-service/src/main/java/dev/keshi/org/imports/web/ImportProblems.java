package dev.keshi.org.imports.web;

import dev.keshi.org.imports.ImportProblem;
import dev.keshi.org.imports.table.ImportFinding;
import dev.keshi.service.problem.Finding;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import java.time.Duration;
import java.util.LinkedHashMap;
import org.springframework.stereotype.Component;

@Component
final class ImportProblems implements ProblemMapping<ImportProblem> {

    private static final Duration AN_IMPORT = Duration.ofSeconds(10);

    @Override
    public Class<ImportProblem> failures() {
        return ImportProblem.class;
    }

    @Override
    public Problem describe(ImportProblem problem) {
        return switch (problem) {
            case ImportProblem.Rejected rejected ->
                Problem.unprocessable(
                                "import-rejected",
                                rejected.total(),
                                rejected.findings().size())
                        .withErrors(rejected.findings().stream()
                                .map(ImportProblems::finding)
                                .toList());
            case ImportProblem.NoTable _ -> Problem.badRequest("import-no-table");
            case ImportProblem.UnknownTable unknown -> Problem.badRequest("import-unknown-table", unknown.name());
            case ImportProblem.TableTwice twice -> Problem.badRequest("import-table-twice", twice.name());
            case ImportProblem.Running _ -> Problem.conflict("import-running").retryAfter(AN_IMPORT);
            case ImportProblem.StructureBusy _ ->
                Problem.conflict("import-structure-busy").retryAfter(AN_IMPORT);
            case ImportProblem.Unknown _ -> Problem.notFound("import-not-found");
        };
    }

    private static Finding finding(ImportFinding finding) {
        var where = new LinkedHashMap<String, Object>();
        where.put("file", finding.table().wireName());
        if (finding.row() > 0) {
            where.put("row", finding.row());
        }
        if (finding.column() != null) {
            where.put("column", finding.column());
        }
        return Finding.of(where, finding.code(), finding.args().toArray());
    }
}
