package dev.keshi.org.imports;

import dev.keshi.org.ImportOutcome;
import dev.keshi.org.imports.table.ImportTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An accepted import as it is kept, beside its lease.
 *
 * @param actor on whose behalf it is carried out
 * @param table which table is next, {@code chunk} which part of it
 */
record ImportDocument(
        String id,
        String actor,
        ImportStatus state,
        LocalDate effectiveOn,
        Instant acceptedAt,
        @Nullable Instant completedAt,
        ImportTable table,
        int chunk,
        List<Progress> progress) {

    /** How far one table is. */
    record Progress(ImportTable table, int total, int chunks, int done, ImportOutcome outcome) {

        Progress plus(int rows, ImportOutcome more) {
            return new Progress(table, total, chunks, done + rows, outcome.plus(more));
        }
    }

    Progress current() {
        return progress.stream().filter(one -> one.table() == table).findFirst().orElseThrow();
    }

    /** Where the next parts of this table end, at most that many. */
    int chunkAfter(int most) {
        return Math.min(chunk + most, current().chunks());
    }

    /** After one more part was carried out. */
    ImportDocument after(int rows, ImportOutcome outcome) {
        var advanced = progress.stream()
                .map(one -> one.table() == table ? one.plus(rows, outcome) : one)
                .toList();
        return new ImportDocument(
                id, actor, ImportStatus.RUNNING, effectiveOn, acceptedAt, completedAt, table, chunk + 1, advanced);
    }

    /** The part to carry out next lies in this or a later table; empty when there is none. */
    Optional<ImportDocument> atNextPart() {
        return chunk < current().chunks()
                ? Optional.of(this)
                : table.next().flatMap(next -> atBeginOf(next).atNextPart());
    }

    private ImportDocument atBeginOf(ImportTable next) {
        return new ImportDocument(id, actor, state, effectiveOn, acceptedAt, completedAt, next, 0, progress);
    }

    ImportView toView() {
        return new ImportView(
                id,
                state,
                effectiveOn,
                acceptedAt,
                completedAt,
                progress.stream()
                        .map(one -> new ImportView.TableProgress(
                                one.table().wireName(), one.total(), one.done(), one.outcome()))
                        .toList());
    }
}
