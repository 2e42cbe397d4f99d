package dev.keshi.messaging.migration;

/** The store and the declared migrations do not fit together; trying again cannot help. */
public final class MigrationRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MigrationRefused(String why) {
        super(why);
    }
}
