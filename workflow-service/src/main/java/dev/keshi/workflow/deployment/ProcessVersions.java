package dev.keshi.workflow.deployment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Aggregate: the versions of one process, oldest first. Its id is the key of the process.
 *
 * @param name of the newest version
 */
record ProcessVersions(String name, List<Version> versions) {

    ProcessVersions {
        versions = List.copyOf(versions);
    }

    /** @param document SHA-256 of the BPMN document, under which it is kept */
    record Version(int number, String document, String name, String deployedBy, Instant deployedAt) {}

    static ProcessVersions none() {
        return new ProcessVersions("", List.of());
    }

    /** The same document as the newest version is that version, not another one. */
    boolean isNewest(String document) {
        return !versions.isEmpty() && versions.getLast().document().equals(document);
    }

    ProcessVersions with(String document, String newName, String by, Instant at) {
        var more = new ArrayList<>(versions);
        more.add(new Version(versions.size() + 1, document, newName, by, at));
        return new ProcessVersions(newName, more);
    }

    Version newest() {
        return versions.getLast();
    }
}
