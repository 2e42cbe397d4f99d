package dev.keshi.training.certificate;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A name as strangers may see it: enough to compare with somebody who stands before them, and no more. */
final class MaskedName {

    private static final String HIDDEN = "**";

    private MaskedName() {}

    /** The first letter of each part; how long the rest is, is hidden as well: 王小明 is 王**, Ann Lee is A** L**. */
    static String of(String name) {
        return Arrays.stream(name.strip().split("\\s+"))
                .filter(part -> !part.isEmpty())
                .map(part -> Character.toString(part.codePointAt(0)) + HIDDEN)
                .collect(Collectors.joining(" "));
    }
}
