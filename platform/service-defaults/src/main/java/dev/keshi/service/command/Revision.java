package dev.keshi.service.command;

import dev.keshi.service.problem.CommonProblem;
import dev.keshi.service.problem.Finding;
import dev.keshi.service.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A revision on the wire: a strong entity tag around the number, {@code "3"}; or, where more is shown than the revision counts, with a
 * digest of all that, {@code "3.5f0c27d1a9b3e846"}.
 */
final class Revision {

    private static final Pattern STRONG_TAG = Pattern.compile("\"(\\d{1,18})(?:\\.[0-9a-f]{16})?\"");

    /** Of a digest: enough for two states of one resource. */
    private static final int BYTES = 8;

    private Revision() {}

    static String tag(long revision) {
        return '"' + Long.toString(revision) + '"';
    }

    /** @param view a record, all the way down, whose maps are in order: what it says as text is the same in every replica */
    static String tag(long revision, Object view) {
        var digest = sha256().digest(view.toString().getBytes(StandardCharsets.UTF_8));
        return '"' + Long.toString(revision) + '.' + HexFormat.of().formatHex(digest, 0, BYTES) + '"';
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /**
     * The number alone counts: what is shown beside the revision stands in nobody's way. Weak tags, lists and {@code *} are refused: none of them says which version the caller saw.
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
