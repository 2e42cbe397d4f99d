package dev.keshi.directory;

import java.util.Set;

/**
 * Something one may do with people's data, and how far it reaches.
 *
 * @param everywhere holders of one of these roles reach everybody
 * @param leaders whether managers reach their departments and below, and deputies those they are in charge of
 */
public record Permission(String name, Set<String> everywhere, boolean leaders) {

    public Permission {
        everywhere = Set.copyOf(everywhere);
    }
}
