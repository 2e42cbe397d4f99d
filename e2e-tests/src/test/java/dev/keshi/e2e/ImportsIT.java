package dev.keshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.client.Answer;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.client.Caller.FilePart;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.test.Eventually;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@OnThePlatform
class ImportsIT {

    private static final String IMPORTS = "/api/org/v1/imports";
    private static final String HEADER = "employeeNumber,name,departmentCode,hiredOn,loginName\n";

    @TempDir
    Path folder;

    private final Caller personnel;

    ImportsIT(Keshi keshi) {
        personnel = keshi.person(Part.HR);
    }

    @Scenario("O12")
    void aFileWithErrorsIsReportedByRowAndColumnAndNothingIsWritten() throws IOException {
        Answer refused = people(
                "x900001,王一,KS-OPS,2026-01-05,wang.first\n"
                        + "x900002,=HYPERLINK(1),KS-OPS,2026-01-05,wang.second\n"
                        + "x900003,王三,NOWHERE,2026-13-05,wang.third\n",
                StandardCharsets.UTF_8);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(findings(refused))
                .contains("3 name import-formula", "4 hiredOn import-date")
                .noneMatch(finding -> finding.startsWith("2 "));
        assertThat(named("王一")).isEmpty();
    }

    @Scenario("O12")
    void aFileAsExcelWritesItIsReadAndASecondImportChangesNothing() throws Exception {
        String row = "x900010,欧阳晓雪,KS-OPS,2026-01-05,ouyang.test\n";

        JsonNode first = completed(people(row, Charset.forName("GBK")));
        JsonNode again = completed(people("\uFEFF" + HEADER + row, StandardCharsets.UTF_8, ""));

        assertThat(outcome(first)).isEqualTo("created 1 changed 0 unchanged 0");
        assertThat(outcome(again)).isEqualTo("created 0 changed 0 unchanged 1");
        assertThat(named("欧阳晓雪")).hasSize(1);
    }

    @Scenario("O12")
    void aCheckAloneWritesNothing() throws IOException {
        Path file = Files.writeString(
                folder.resolve("people.csv"), HEADER + "x900020,上官云,KS-OPS,2026-01-05,shangguan.test\n");

        personnel
                .postFiles(IMPORTS + "/check", List.of(new FilePart("people", file, "text/csv")))
                .expect(200);

        assertThat(named("上官云")).isEmpty();
    }

    private Answer people(String rows, Charset charset) throws IOException {
        return people(rows, charset, HEADER);
    }

    private Answer people(String rows, Charset charset, String header) throws IOException {
        Path file = folder.resolve("people.csv");
        Files.writeString(file, header + rows, charset);
        return personnel.postFiles(IMPORTS, List.of(new FilePart("people", file, "text/csv")));
    }

    private JsonNode completed(Answer accepted) throws Exception {
        String job = IMPORTS + "/" + Leave.id(accepted.expect(202).json());
        try {
            Eventually.eventually(
                    () -> assertThat(personnel.get(job).json().path("state").asString())
                            .isEqualTo("COMPLETED"));
        } catch (Throwable never) {
            throw new AssertionError(never);
        }
        return personnel.get(job).json();
    }

    private static String outcome(JsonNode job) {
        for (JsonNode table : job.path("tables")) {
            if (table.path("table").asString().equals("people")) {
                JsonNode outcome = table.path("outcome");
                return "created %d changed %d unchanged %d"
                        .formatted(
                                outcome.path("created").asInt(),
                                outcome.path("changed").asInt(),
                                outcome.path("unchanged").asInt());
            }
        }
        throw new AssertionError("nothing is said of people: " + job);
    }

    private static List<String> findings(Answer refused) {
        return refused.json()
                .path("errors")
                .valueStream()
                .map(error -> "%d %s %s"
                        .formatted(
                                error.path("row").asInt(),
                                error.path("column").asString(),
                                error.path("code").asString()))
                .toList();
    }

    private List<JsonNode> named(String name) {
        String question = "/api/org/v1/people?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        return personnel
                .get(question)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }
}
