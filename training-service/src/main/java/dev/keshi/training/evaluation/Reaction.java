package dev.keshi.training.evaluation;

import java.util.List;

/** What somebody says of a course, each 1 (poor) to 5 (very good). */
public record Reaction(int content, int lecturer, int organisation, int usefulness) {

    public static final int WORST = 1;
    public static final int BEST = 5;
    static final String SESSION = "session/";
    static final String COURSE = "course/";

    public Reaction {
        for (var one : new int[] {content, lecturer, organisation, usefulness}) {
            if (one < WORST || one > BEST) {
                throw new IllegalArgumentException("reaction: " + one);
            }
        }
    }

    List<Integer> points() {
        return List.of(content, lecturer, organisation, usefulness);
    }
}
