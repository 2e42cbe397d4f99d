package dev.keshi.workflow.definition;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Finds text that was saved in another encoding, GBK most often, without saying so. */
final class DeclaredEncoding {

    private static final int DECLARATION = 200;
    private static final Pattern OTHER =
            Pattern.compile("(?s)^<\\?xml[^>]*encoding\\s*=\\s*[\"'](?!utf-8[\"']).*", Pattern.CASE_INSENSITIVE);

    private DeclaredEncoding() {}

    /** Line of the first byte that is not UTF-8; empty when all are, or when another encoding is declared. */
    static OptionalInt firstLineNotUtf8(byte[] xml) {
        if (isUtf16(xml) || declaresAnother(xml)) {
            return OptionalInt.empty();
        }
        var bytes = ByteBuffer.wrap(xml);
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var result = decoder.decode(bytes, CharBuffer.allocate(xml.length), true);
        if (!result.isError()) {
            return OptionalInt.empty();
        }
        int line = 1;
        for (int i = 0; i < bytes.position(); i++) {
            line += xml[i] == '\n' ? 1 : 0;
        }
        return OptionalInt.of(line);
    }

    /** By its mark, or by the two bytes of the first angle bracket. */
    private static boolean isUtf16(byte[] xml) {
        if (xml.length < 2) {
            return false;
        }
        int first = (xml[0] & 0xFF) << 8 | xml[1] & 0xFF;
        return first == 0xFEFF || first == 0xFFFE || first == '<' || first == '<' << 8;
    }

    private static boolean declaresAnother(byte[] xml) {
        var head = new String(xml, 0, Math.min(DECLARATION, xml.length), StandardCharsets.ISO_8859_1);
        return OTHER.matcher(head).matches();
    }
}
