package dev.keshi.directory;

/** Where the copy lives in each service's own store. */
final class DirectoryCollections {

    static final String DEPARTMENTS = "directory_departments";
    static final String PEOPLE = "directory_people";
    static final String ACCOUNTS = "directory_accounts";

    static final String CLIENTS = "directory_clients";

    private DirectoryCollections() {}
}
