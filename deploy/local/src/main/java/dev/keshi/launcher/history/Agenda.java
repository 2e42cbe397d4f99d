package dev.keshi.launcher.history;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;

/** What is done on which day of a quarter, each day in the order in which it was put down. */
final class Agenda {

    private final TreeMap<Integer, List<Runnable>> entries = new TreeMap<>();

    /** @param day after the quarter's first, which is 0 */
    void on(int day, Runnable act) {
        entries.computeIfAbsent(day, any -> new ArrayList<>()).add(act);
    }

    SortedSet<Integer> days() {
        return entries.navigableKeySet();
    }

    void live(int day) {
        entries.getOrDefault(day, List.of()).forEach(Runnable::run);
    }
}
