package dev.keshi.workflow.deployment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.keshi.contracts.workflow.ProcessDeployedV1;
import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.problem.Languages;
import dev.keshi.workflow.definition.BpmnCompiler;
import dev.keshi.workflow.definition.Compilation;
import dev.keshi.workflow.definition.DefinitionId;
import dev.keshi.workflow.definition.EnglishNames;
import dev.keshi.workflow.definition.ProcessGraph;
import dev.keshi.workflow.definition.ProcessKey;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The only door to process definitions: deploys them, finds them, and hands out what the engine executes. */
@Service
public class DeploymentService {

    private static final int CACHED_GRAPHS = 500;

    private final MongoProcessDefinitions store;
    private final BpmnCompiler compiler;
    private final Clock clock;
    private final Cache<DefinitionId, ProcessGraph> graphs =
            Caffeine.newBuilder().maximumSize(CACHED_GRAPHS).build();

    DeploymentService(MongoProcessDefinitions store, BpmnCompiler compiler, Clock clock) {
        this.store = store;
        this.compiler = compiler;
        this.clock = clock;
    }

    /**
     * Deploys a document as the next version of its process. The document of the newest version again changes nothing
     * and answers that version.
     *
     * @throws RefusedProcess when it cannot be executed
     */
    public DeployedProcess deploy(CommandContext context, byte[] xml) {
        var graph = validate(xml);
        var document = store.keep(xml);
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var key = graph.key();
        var versions = store.versions(key)
                .map(_ -> store.change(key, context, before -> next(key, before, document, graph, context, at)))
                .orElseGet(() -> first(key, document, graph, context, at));
        return MongoProcessDefinitions.deployed(key, versions, versions.newest());
    }

    /** What would be deployed. @throws RefusedProcess when it cannot be executed */
    public ProcessGraph validate(byte[] xml) {
        return switch (compiler.compile(xml)) {
            case Compilation.Compiled(var graph) -> graph;
            case Compilation.Refused(var errors) -> throw new RefusedProcess(errors);
        };
    }

    /** The newest version of each process, by key. */
    public Page<DeployedProcess> list(Paging paging) {
        return store.list(paging);
    }

    public Optional<DeployedProcess> newest(ProcessKey key) {
        return store.versions(key).map(versions -> MongoProcessDefinitions.deployed(key, versions, versions.newest()));
    }

    public Optional<DeployedProcess> find(DefinitionId id) {
        return store.find(id);
    }

    /** The document as it was deployed, byte for byte. */
    public Optional<byte[]> xml(DefinitionId id) {
        return store.xml(id);
    }

    /** What the engine executes. @throws IllegalStateException when there is no such version */
    public ProcessGraph graph(DefinitionId id) {
        return graphs.get(
                id,
                missing -> compiled(
                        missing,
                        store.xml(missing)
                                .orElseThrow(() -> new IllegalStateException("no process definition " + missing))));
    }

    /** What steps and process are called for who reads English; nothing for everybody else. */
    public EnglishNames english(DefinitionId id, Locale reader) {
        return reader.getLanguage().equals(Languages.ENGLISH.getLanguage())
                ? graph(id).english()
                : EnglishNames.none();
    }

    private ProcessGraph compiled(DefinitionId id, byte[] xml) {
        return switch (compiler.compile(xml)) {
            case Compilation.Compiled(var graph) -> graph;
            case Compilation.Refused(var errors) ->
                throw new IllegalStateException(id + " was deployed and cannot be executed any more: " + errors);
        };
    }

    private ProcessVersions first(
            ProcessKey key, String document, ProcessGraph graph, CommandContext context, Instant at) {
        try {
            return store.create(key, context, next(key, ProcessVersions.none(), document, graph, context, at));
        } catch (AggregateFailure.AlreadyExists deployedMeanwhile) {
            return store.change(key, context, before -> next(key, before, document, graph, context, at));
        }
    }

    private static Change<ProcessVersions> next(
            ProcessKey key,
            ProcessVersions before,
            String document,
            ProcessGraph graph,
            CommandContext context,
            Instant at) {
        if (before.isNewest(document)) {
            return new Change<>(before, List.of());
        }
        var after = before.with(document, graph, context.actor(), at);
        var version = after.newest();
        return new Change<>(
                after,
                List.of(new ProcessDeployedV1(
                        MongoProcessDefinitions.id(key, version.number()).value(),
                        key.value(),
                        version.number(),
                        version.name(),
                        version.nameEn(),
                        version.deployedBy())));
    }
}
