package dev.keshi.org.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealKafka;
import dev.keshi.test.infrastructure.RealMongo;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RealInfrastructure(ownDatabase = true)
class FirstAdministratorIT {

    /** Several use the link at the same time, at both replicas; one of them becomes the administrator. */
    @Test
    void theLinkMakesOneAdministratorThoughManyUseItAtOnce(RealMongo mongo, RealKafka kafka, @TempDir Path folder)
            throws IOException {
        var file = folder.resolve("first-administrator");
        try (var replicas = TwoReplicas.start(mongo, kafka, file)) {
            var link = Administration.link(file);

            var wrongName = Administration.become(replicas.one(), link, "\"><script>alert(1)</script>");
            assertThat(wrongName.status()).isEqualTo(422);
            assertThat(wrongName.body()).doesNotContain("<script>").contains("&lt;script&gt;");

            var answers =
                    replicas.atOnce(8, (replica, number) -> Administration.become(replica, link, "admin" + number));

            assertThat(answers).filteredOn(answer -> answer.status() == 303).hasSize(1);
            assertThat(answers).filteredOn(answer -> answer.status() != 303).allMatch(answer -> answer.status() == 410);
            assertThat(file).doesNotExist();
            assertThat(new Browser().get(replicas.other(), link).status()).isEqualTo(410);
        }
    }
}
