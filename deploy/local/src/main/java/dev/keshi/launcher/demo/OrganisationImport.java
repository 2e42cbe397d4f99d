package dev.keshi.launcher.demo;

import dev.keshi.launcher.client.CallFailure;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.client.Caller.FilePart;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** Sends the three CSV files to the import interface and follows the job until it is completed. */
public final class OrganisationImport {

    private static final String IMPORTS = "/api/org/v1/imports";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long FIRST_LOOK_NANOS = 50_000_000;
    private static final long LAST_LOOK_NANOS = 1_000_000_000;

    private OrganisationImport() {}

    /**
     * What came of it.
     *
     * @param millis from sending the files to the job's end
     * @param job the job resource as the service shows it at the end
     */
    public record Imported(String id, long millis, JsonNode job) {

        /** The number of rows of a table. */
        public int total(String table) {
            return totalOf(job, table);
        }

        /** For people to read. */
        public String figure() {
            return describe(job);
        }
    }

    public static Imported run(Caller administrator, Path folder) {
        long begin = System.nanoTime();
        var files = new ArrayList<FilePart>();
        for (String table : List.of("departments", "positions", "people")) {
            files.add(new FilePart(table, folder.resolve(table + ".csv"), "text/csv"));
        }
        JsonNode job = administrator.postFiles(IMPORTS, files).expect(202).json();
        String id = job.path("id").asString();
        while (!job.path("state").asString().equals("COMPLETED")) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new CallFailure(
                        "the import %s is not completed after %d s: %s".formatted(id, PATIENCE.toSeconds(), job));
            }
            LockSupport.parkNanos(untilNextLook(System.nanoTime() - begin));
            job = administrator.get(IMPORTS + "/" + id).expect(200).json();
        }
        return new Imported(id, (System.nanoTime() - begin) / 1_000_000, job);
    }

    /** The longer it takes, the less it matters to know its end at once; each look costs what it waits for. */
    private static long untilNextLook(long elapsedNanos) {
        return Math.clamp(elapsedNanos / 20, FIRST_LOOK_NANOS, LAST_LOOK_NANOS);
    }

    /** For people to read: how many of each table. */
    public static String describe(JsonNode job) {
        return String.format(
                Locale.ROOT,
                "%,d people, %,d departments, %,d positions",
                totalOf(job, "people"),
                totalOf(job, "departments"),
                totalOf(job, "positions"));
    }

    private static int totalOf(JsonNode job, String table) {
        for (JsonNode one : job.path("tables")) {
            if (one.path("table").asString().equals(table)) {
                return one.path("total").asInt();
            }
        }
        throw new CallFailure("the import tells nothing of " + table + ": " + job);
    }
}
