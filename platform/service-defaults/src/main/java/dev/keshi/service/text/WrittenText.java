package dev.keshi.service.text;

/**
 * What people may write, as regular expressions for a whole text: something that can be seen, and nothing that moves a cursor, rings a bell or
 * colours a terminal. Marks that are seen only in what they do to their neighbours, such as directions of writing and joiners, are let in
 * beside something else, for names and emoji need them.
 *
 * <p>Each takes as long as the text is and no longer: what was taken is never given back, since what can be seen begins where the blanks before it end.
 */
public final class WrittenText {

    /** Also halves of characters, which no file in UTF-8 can hold. */
    private static final String MOVES = "\\p{Cntrl}\\p{Cs}";

    /** Ends of lines and of paragraphs that are no control characters. */
    private static final String LINE = "\\p{Zl}\\p{Zp}";

    public static final String ONE_LINE =
            "(?U)[\\s\\p{Cf}&&[^" + MOVES + LINE + "]]*+[^" + MOVES + LINE + "\\p{Cf}\\s][^" + MOVES + LINE + "]*+";

    /** The same with line breaks and tabs. */
    public static final String LINES =
            "(?U)[\\s\\p{Cf}&&[\\r\\n\\t[^" + MOVES + "]]]*+[^" + MOVES + "\\p{Cf}\\s][\\r\\n\\t[^" + MOVES + "]]*+";

    /** {@link #LINES}, or nothing that can be seen. */
    public static final String LINES_OR_NOTHING = "(?U)[\\r\\n\\t[^" + MOVES + "]]*+";

    private WrittenText() {}
}
