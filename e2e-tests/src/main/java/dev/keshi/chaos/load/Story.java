package dev.keshi.chaos.load;

import java.util.Random;

/** Something that a person does from its beginning to its end, again and again. */
@FunctionalInterface
public interface Story {

    /** @param chance decides everything that is left open; the same seed gives the same decisions */
    void once(Random chance);
}
