package dev.keshi.org.organisation;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Projections.include;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.keshi.messaging.CommandContext;
import dev.keshi.org.OrgServiceApplication;
import dev.keshi.org.imports.ImportService;
import dev.keshi.org.imports.table.ImportTable;
import dev.keshi.test.Eventually;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealKafka;
import dev.keshi.test.infrastructure.RealMongo;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.SmartLifecycle;

/** An import is accepted, the service that carries it out is killed again and again, and nothing is lost or done twice. */
@RealInfrastructure(ownDatabase = true)
class ImportSurvivesKillIT {

    private static final int PEOPLE = 3_000;
    private static final int DEPARTMENTS = 300;
    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Test
    void whatWasAcceptedIsCarriedOutOnce(RealMongo mongo, RealKafka kafka, @TempDir Path folder) throws Exception {
        var importId = accept(mongo, kafka, folder);
        try (var client = MongoClients.create(mongo.uri());
                var probe = EventProbe.fromBeginning(kafka.bootstrap())) {
            var database = client.getDatabase(mongo.database());
            killWhen(mongo, kafka, folder, database, "departments", 50);
            killWhen(mongo, kafka, folder, database, "people", 900);
            var last = start(mongo, kafka, folder);
            try {
                Eventually.holds(
                        PATIENCE,
                        () -> "COMPLETED".equals(job(database, importId).getString("state")));
                var ours = ids(database);
                probe.await(PEOPLE, event -> isHiring(event, ours), PATIENCE);
                Eventually.holds(PATIENCE, () -> pending(database) == 0);
            } finally {
                last.destroyForcibly().waitFor();
            }
            everythingIsThereOnce(database, probe);
        }
    }

    /** In this process nothing is carried out: the runner is not woken before the context is closed again. */
    private static String accept(RealMongo mongo, RealKafka kafka, Path folder) throws IOException {
        try (var context = new SpringApplicationBuilder(OrgServiceApplication.class)
                .run(settings(mongo, kafka, folder).entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new))) {
            context.getBean("importRunnerLifecycle", SmartLifecycle.class).stop();
            var departments = Files.writeString(folder.resolve("d.csv"), CsvFiles.departments(DEPARTMENTS));
            var people = Files.writeString(
                    folder.resolve("p.csv"),
                    CsvFiles.people(DEPARTMENTS, PEOPLE).replace(",OA,", ",,"));
            return context.getBean(ImportService.class)
                    .submit(
                            CommandContext.of("p-admin"),
                            Map.of(ImportTable.DEPARTMENTS, departments, ImportTable.PEOPLE, people),
                            Set.of("ADMIN"))
                    .id();
        }
    }

    private static void killWhen(
            RealMongo mongo, RealKafka kafka, Path folder, MongoDatabase database, String collection, int documents)
            throws Exception {
        var process = start(mongo, kafka, folder);
        try {
            Eventually.holds(PATIENCE, () -> {
                assertThat(process.isAlive()).isTrue();
                return database.getCollection(collection).countDocuments() >= documents;
            });
        } finally {
            process.destroyForcibly().waitFor();
        }
        // The lease of the dead is shortened, so that the test need not wait for it to run out.
        database.getCollection("imports")
                .updateMany(new Document(), new Document("$set", new Document("lease.until", new Date(0))));
    }

    private static Process start(RealMongo mongo, RealKafka kafka, Path folder) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                OrgServiceApplication.class.getName()));
        settings(mongo, kafka, folder).forEach((name, value) -> command.add("--" + name + "=" + value));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(folder.toFile(), "service.log")))
                .start();
    }

    private static Map<String, String> settings(RealMongo mongo, RealKafka kafka, Path folder) {
        return Map.of(
                "server.port",
                "0",
                "management.server.port",
                "0",
                "spring.mongodb.uri",
                mongo.uri(),
                "spring.kafka.bootstrap-servers",
                kafka.bootstrap(),
                "keshi.personal-data.key",
                KEY,
                "keshi.identity.key",
                KEY,
                "keshi.cursor.key",
                KEY,
                "keshi.identity.first-administrator-file",
                folder.resolve("first-administrator").toString());
    }

    private static void everythingIsThereOnce(MongoDatabase database, EventProbe probe) {
        assertThat(database.getCollection("people").countDocuments()).isEqualTo(PEOPLE);
        assertThat(database.getCollection("departments").countDocuments()).isEqualTo(DEPARTMENTS);
        assertThat(database.getCollection("accounts").countDocuments()).isEqualTo(PEOPLE);
        assertThat(database.getCollection("people").countDocuments(eq("sequence", 1L)))
                .isEqualTo(PEOPLE);
        assertThat(database.getCollection("import_parts").countDocuments()).isZero();
        assertThat(database.getCollection("structure").countDocuments(exists("state.importing")))
                .isZero();
        // On the wire an event may be repeated, but never with another id or another content.
        var ours = ids(database);
        var told = probe.drain().stream().filter(event -> isHiring(event, ours)).toList();
        assertThat(told.stream().map(event -> event.key()).distinct()).hasSize(PEOPLE);
        assertThat(told.stream().map(event -> event.id()).distinct()).hasSize(PEOPLE);
    }

    /** The broker serves other tests as well, and they hire too. */
    private static boolean isHiring(SeenEvent event, Set<String> ours) {
        return event.type().equals("keshi.org.person-hired.v1") && ours.contains(event.key());
    }

    private static Set<String> ids(MongoDatabase database) {
        return database.getCollection("people")
                .find()
                .projection(include("_id"))
                .map(person -> person.getString("_id"))
                .into(new HashSet<>());
    }

    private static Document job(MongoDatabase database, String id) {
        var job = database.getCollection("imports").find(eq("_id", id)).first();
        assertThat(job).isNotNull();
        return job;
    }

    private static long pending(MongoDatabase database) {
        return database.getCollection("people").countDocuments(exists("outbox.0"));
    }
}
