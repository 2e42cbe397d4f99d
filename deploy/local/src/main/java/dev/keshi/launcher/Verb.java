package dev.keshi.launcher;

import java.util.List;

/** One of the things {@code ./keshi} can be asked to do. */
interface Verb {

    int DONE = 0;
    int FAILED = 1;
    int NOT_UNDERSTOOD = 2;

    /**
     * @param typed what stands after the verb
     * @return the exit code
     */
    int run(List<String> typed);
}
