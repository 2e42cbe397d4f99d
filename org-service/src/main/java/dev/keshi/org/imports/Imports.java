package dev.keshi.org.imports;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Where accepted imports are kept until they are carried out. */
interface Imports {

    <T> T inTransaction(Supplier<T> body);

    Optional<ImportDocument> find(String id);

    /** Keeps one part of the checked rows, as JSON; again is harmless. */
    void keepPart(String importId, String table, int chunk, int rows, String json);

    Part part(String importId, String table, int chunk);

    /** Throws away the rows of an import that was completed or never accepted. */
    void forgetParts(String importId);

    /** @return false when another import is active */
    boolean accept(ImportDocument fresh);

    /** Takes the lease of the active import when nobody holds it; judged by the clock of the database. */
    Optional<Leased> lease(String holder, Duration time);

    /** Keeps progress and renews the lease. @return false when the lease was lost */
    boolean save(Leased leased, Duration time);

    void complete(Leased leased);

    /** The latest imports, the newest first. */
    List<ImportDocument> latest(int most);

    /** @param rows how many there are in the part */
    record Part(int rows, String json) {}

    /** @param token rises with each new holder */
    record Leased(ImportDocument document, long token) {

        Leased with(ImportDocument advanced) {
            return new Leased(advanced, token);
        }
    }
}
