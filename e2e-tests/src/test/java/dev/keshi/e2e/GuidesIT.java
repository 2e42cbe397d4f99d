package dev.keshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.demo.Personas;
import dev.keshi.launcher.demo.Accounts;
import dev.keshi.launcher.demo.Cast.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;

/** Whoever follows the guides by pasting what stands in them gets what they say. One of them moves the clock by a day. */
@OnThePlatform
@Order(Integer.MAX_VALUE)
class GuidesIT {

    private static final Path ROOT = Path.of(System.getProperty("keshi.root", ".."));

    /** What the build does not bring along: packages of Python, a distribution of Kafka. The examples they start have tests of their own. */
    private static final String[] NOT_HERE = {"pip install", "confluent_kafka", "python3 docs/examples/"};

    @TempDir
    Path folder;

    private final Keshi keshi;

    GuidesIT(Keshi keshi) {
        this.keshi = keshi;
    }

    @Scenario({"X2", "W2", "W10", "P1", "P7", "T3", "R3", "Z16"})
    void theApisAreCalledAsTheirGuideSays() throws Exception {
        Files.writeString(folder.resolve("process.bpmn"), ProcessesIT.document("of-the-guide", "采购", ""));
        var guide = Guide.read(ROOT, "docs/using-the-apis.md");
        assertThat(guide.without(NOT_HERE)).isEqualTo(guide);

        new ReaderShell(folder, keshi)
                .follow(
                        guide,
                        Map.of(
                                Personas.EMPLOYEE,
                                Personas.EMPLOYEE,
                                Personas.DEPARTMENT_MANAGER,
                                Personas.DEPARTMENT_MANAGER,
                                "hr",
                                keshi.enterprise().demo().loginOf(Part.HR),
                                Accounts.ADMINISTRATOR,
                                Accounts.ADMINISTRATOR));
    }

    @Scenario("X3")
    void aSubscriberGetsInAsTheGuideSaysInBothLanguages() throws Exception {
        for (String path : List.of("docs/subscribing.md", "docs/subscribing.zh-CN.md")) {
            var guide = Guide.read(ROOT, path).without(NOT_HERE).without("kcat");
            assertThat(guide.blocks()).as(path).hasSize(1);

            new ReaderShell(Files.createDirectory(folder.resolve(Path.of(path).getFileName())), keshi)
                    .follow(guide, Map.of(Accounts.ADMINISTRATOR, Accounts.ADMINISTRATOR));
        }
    }

    @Scenario("D1")
    void whatIsArchivedIsReplayedExportedAndRebuiltAsTheGuideSays() throws Exception {
        String administrator = ArchiveRecoveryIT.subject(keshi.administrator());
        try (var kafka = Admin.create(Map.of("bootstrap.servers", keshi.kafka()))) {
            kafka.createTopics(List.of(new NewTopic(
                            "replays.%s.people".formatted(administrator), Optional.of(3), Optional.empty())))
                    .all()
                    .get();
        }
        var guide = Guide.read(ROOT, "docs/operations/replay.md");
        var run = guide.without(NOT_HERE);
        assertThat(run.blocks()).hasSize(guide.blocks().size() - 1);

        new ReaderShell(folder, keshi).follow(run, Map.of(Accounts.ADMINISTRATOR, Accounts.ADMINISTRATOR));
    }
}
