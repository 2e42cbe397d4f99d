package dev.keshi.contracts.pages;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Markdown, line by line. */
final class Page {

    private final StringBuilder text = new StringBuilder();

    Page line(String line) {
        text.append(line).append('\n');
        return this;
    }

    Page heading(String heading) {
        return line("## " + heading);
    }

    Page table(String head) {
        return line(head)
                .line("|---"
                                .repeat((int) head.chars()
                                                .filter(each -> each == '|')
                                                .count()
                                        - 1) + "|");
    }

    Page row(Object... cells) {
        return line(Arrays.stream(cells)
                .map(cell -> String.valueOf(cell).replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |")));
    }

    /** Ends with one line end. */
    String text() {
        return text.toString().stripTrailing() + "\n";
    }
}
