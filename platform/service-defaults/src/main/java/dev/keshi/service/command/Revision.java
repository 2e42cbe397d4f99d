package dev.keshi.service.command;

import dev.keshi.service.problem.CommonProblem;
import dev.keshi.service.problem.Finding;
import dev.keshi.service.problem.ProblemException;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A revision on the wire: a strong entity tag around the number, {@code "3"}. */
final class Revision {

    private static final Pattern STRONG_TAG = Pattern.compile("\"(\\d{1,18})\"");

    private Revision() {}

    static String tag(long revision) {
        return '"' + Long.toString(revision) + '"';
    }

    /**
     * Weak tags, lists and {@code *} are refused: none of them says which version the caller saw.
     *
     * @throws ProblemException 400 when the header is anything but one strong tag
     */
    static OptionalLong parse(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return OptionalLong.empty();
        }
        var matcher = STRONG_TAG.matcher(ifMatch.strip());
        if (!matcher.matches()) {
            throw CommonProblem.invalidRequest(List.of(Finding.ofParameter("If-Match", "invalid-if-match")))
                    .toException();
        }
        return OptionalLong.of(Long.parseLong(matcher.group(1)));
    }
}
