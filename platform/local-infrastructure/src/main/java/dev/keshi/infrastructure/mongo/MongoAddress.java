package dev.keshi.infrastructure.mongo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A connection string taken apart: scheme, user, hosts, options. Its database is of no interest here. */
record MongoAddress(String scheme, String hosts, String options) {

    private static final Pattern SHAPE =
            Pattern.compile("(mongodb(?:\\+srv)?://)(?:[^@/]*@)?([^/?]+)(?:/[^?]*)?(?:\\?(.*))?");
    private static final Set<String> ABOUT_THE_USER = Set.of("authsource", "authmechanism", "authmechanismproperties");

    static MongoAddress of(String connectionString) {
        Matcher matcher = SHAPE.matcher(connectionString);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a MongoDB connection string");
        }
        String options = matcher.group(3) == null ? "" : matcher.group(3);
        return new MongoAddress(
                matcher.group(1),
                matcher.group(2),
                Arrays.stream(options.split("&"))
                        .filter(option -> !option.isBlank())
                        .filter(option -> !ABOUT_THE_USER.contains(nameOf(option)))
                        .collect(Collectors.joining("&")));
    }

    String withoutUser() {
        return scheme + hosts + "/" + (options.isEmpty() ? "" : "?" + options);
    }

    /** The user lives in its own database and has the same name. Names and passwords here need no escaping. */
    String forUser(String database, String password) {
        return "%s%s:%s@%s/%s?authSource=%s%s"
                .formatted(
                        scheme, database, password, hosts, database, database, options.isEmpty() ? "" : "&" + options);
    }

    private static String nameOf(String option) {
        return option.split("=", 2)[0].toLowerCase(Locale.ROOT);
    }
}
