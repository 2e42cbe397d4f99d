package dev.keshi.workflow.request.web;

import dev.keshi.service.problem.Finding;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.text.WrittenText;
import dev.keshi.workflow.engine.Remark;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param remark what the person says about it; may be absent */
record RemarkRequest(
        @Nullable @Pattern(regexp = WrittenText.LINES_OR_NOTHING)
        String remark) {

    static Remark of(@Nullable RemarkRequest request) {
        return request == null ? Remark.none() : of(request.remark());
    }

    static Remark of(@Nullable String text) {
        if (text == null) {
            return Remark.none();
        }
        if (text.codePointCount(0, text.length()) > Remark.MAX) {
            throw Problem.unprocessable("remark-too-long", Remark.MAX)
                    .withErrors(List.of(Finding.at("/remark", "remark-too-long")))
                    .toException();
        }
        return new Remark(text);
    }
}
