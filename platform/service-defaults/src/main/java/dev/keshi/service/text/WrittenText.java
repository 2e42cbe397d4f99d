package dev.keshi.service.text;

/**
 * What people may write, as regular expressions for a whole text: something that can be seen, and nothing that moves a cursor, rings a bell or
 * colours a terminal. Marks that are seen only in what they do to their neighbours, such as directions of writing and joiners, are let in
 * beside something else, for names and emoji need them.
 */
public final class WrittenText {

    public static final String ONE_LINE = "(?U)[^\\p{Cntrl}]*[^\\p{Cntrl}\\p{Cf}\\s][^\\p{Cntrl}]*";

    /** The same with line breaks and tabs. */
    public static final String LINES = "(?U)[\\r\\n\\t[^\\p{Cntrl}]]*[^\\p{Cntrl}\\p{Cf}\\s][\\r\\n\\t[^\\p{Cntrl}]]*";

    /** {@link #LINES}, or nothing that can be seen. */
    public static final String LINES_OR_NOTHING = "(?U)[\\r\\n\\t[^\\p{Cntrl}]]*";

    private WrittenText() {}
}
