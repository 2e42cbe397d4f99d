package dev.keshi.test.infrastructure;

/**
 * A database of a real MongoDB replica set, empty at first.
 *
 * @param uri connection string with the database and the one user who may open it
 */
public record RealMongo(String uri, String database) {

    @Override
    public String toString() {
        return "RealMongo[" + database + "]";
    }
}
