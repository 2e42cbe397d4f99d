package dev.keshi.workflow.deployment;

import dev.keshi.workflow.definition.ProcessGraph;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Aggregate: the versions of one process, oldest first. Its id is the key of the process.
 *
 * @param name of the newest version
 */
record ProcessVersions(String name, List<Version> versions) {

    ProcessVersions {
        versions = List.copyOf(versions);
    }

    /**
     * @param document SHA-256 of the BPMN document, under which it is kept
     * @param nameEn absent when its author gave none
     */
    record Version(
            int number,
            String document,
            String name,
            @Nullable String nameEn,
            String deployedBy,
            Instant deployedAt) {}

    static ProcessVersions none() {
        return new ProcessVersions("", List.of());
    }

    /** The same document as the newest version is that version, not another one. */
    boolean isNewest(String document) {
        return !versions.isEmpty() && versions.getLast().document().equals(document);
    }

    ProcessVersions with(String document, ProcessGraph graph, String by, Instant at) {
        var more = new ArrayList<>(versions);
        var english = graph.english().process().orElse(null);
        more.add(new Version(versions.size() + 1, document, graph.name(), english, by, at));
        return new ProcessVersions(graph.name(), more);
    }

    Version newest() {
        return versions.getLast();
    }
}
