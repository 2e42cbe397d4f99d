package dev.keshi.launcher.demo;

import java.util.List;

/**
 * A department of the demo enterprise with some who work in it, as its files say.
 *
 * @param department its code
 * @param manager login name of the one who leads it
 * @param members login names, without that of the manager
 */
public record Team(String department, String manager, List<String> members) {

    public Team {
        members = List.copyOf(members);
    }
}
