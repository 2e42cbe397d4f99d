package dev.keshi.workflow.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keshi.messaging.CommandContext;
import dev.keshi.workflow.condition.ConditionEvaluator;
import dev.keshi.workflow.definition.BpmnCompiler;
import dev.keshi.workflow.definition.DefinitionId;
import dev.keshi.workflow.definition.DeploymentError;
import dev.keshi.workflow.definition.DeploymentErrorCode;
import dev.keshi.workflow.definition.ProcessGraph;
import dev.keshi.workflow.definition.ProcessKey;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessResourceFailureException;

class BundledProcessServiceTest {

    private static final ConditionEvaluator CONDITIONS = ConditionEvaluator.withDefaults();

    @AfterAll
    static void close() {
        CONDITIONS.close();
    }

    @ParameterizedTest
    @EnumSource
    void whatCouldNotBeDeployedAtFirstIsDeployedByTheSecondAttempt(Trouble trouble) {
        var definitions = new Definitions(trouble);
        var bundled = new BundledProcessService(definitions);

        assertThatThrownBy(() -> bundled.bringIn(CommandContext.of("system:test")))
                .isInstanceOf(RuntimeException.class);
        bundled.bringIn(CommandContext.of("system:test"));

        assertThat(definitions.deployed).contains("leave-request:1");
    }

    /** What is in the way of the first attempt. */
    private enum Trouble {
        TOO_BUSY_TO_VALIDATE,
        STORE_AWAY_WHEN_READING,
        STORE_AWAY_WHEN_WRITING
    }

    /** Compiles for real and keeps in memory. */
    private static final class Definitions extends DeploymentService {

        private final Trouble trouble;
        private final AtomicInteger attempts = new AtomicInteger();
        private final List<String> deployed = new CopyOnWriteArrayList<>();

        Definitions(Trouble trouble) {
            super(null, new BpmnCompiler(CONDITIONS), Clock.systemUTC());
            this.trouble = trouble;
        }

        @Override
        public ProcessGraph validate(byte[] xml) {
            if (attempts.incrementAndGet() == 1 && trouble == Trouble.TOO_BUSY_TO_VALIDATE) {
                throw new RefusedProcess(List.of(new DeploymentError(
                        DeploymentErrorCode.CONDITION_INVALID, "flow", "sequenceFlow", 1, "", "", "")));
            }
            return super.validate(xml);
        }

        @Override
        public Optional<DeployedProcess> newest(ProcessKey key) {
            failIf(Trouble.STORE_AWAY_WHEN_READING);
            return Optional.empty();
        }

        @Override
        public DeployedProcess deploy(CommandContext context, byte[] xml) {
            failIf(Trouble.STORE_AWAY_WHEN_WRITING);
            var key = super.validate(xml).key();
            var id = new DefinitionId(key + ":1");
            deployed.add(id.value());
            return new DeployedProcess(id, key, 1, "", null, context.actor(), Instant.EPOCH, true);
        }

        private void failIf(Trouble now) {
            if (attempts.get() == 1 && trouble == now) {
                throw new DataAccessResourceFailureException("away");
            }
        }
    }
}
