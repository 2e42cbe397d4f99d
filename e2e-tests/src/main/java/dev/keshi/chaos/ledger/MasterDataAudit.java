package dev.keshi.chaos.ledger;

import dev.keshi.launcher.platform.Service;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Departments and people: what stands in org-service, and the copies that other services keep, against what the events tell. */
final class MasterDataAudit {

    private static final List<Service> COPIES = List.of(
            Service.WORKFLOW,
            Service.PERFORMANCE,
            Service.TRAINING,
            Service.RISK,
            Service.NOTIFICATION,
            Service.REPORTING);
    private static final String NAME = "name";

    private final Truth truth;
    private final Findings findings;
    private final Subject subject;
    private final Effects effects;

    /**
     * A kind of aggregate of org-service.
     *
     * @param fields by type of event, what the event tells: names in the copy, and where they are in the event
     */
    record Subject(String collection, String copies, String path, Map<String, Map<String, String>> fields) {

        static final Subject DEPARTMENTS = new Subject(
                "departments",
                "directory_departments",
                "/api/org/v1/departments/",
                Map.of(
                        "keshi.org.department-opened.v1", Map.of(NAME, NAME, "parentId", "parentId"),
                        "keshi.org.department-renamed.v1", Map.of(NAME, NAME),
                        "keshi.org.department-moved.v1", Map.of("parentId", "parentId")));

        static final Subject PEOPLE = new Subject(
                "people",
                "directory_people",
                "/api/org/v1/people/",
                Map.of(
                        "keshi.org.person-hired.v1",
                        Map.of(NAME, "name/ciphertext", "departmentId", "departmentId", "reportsTo", "reportsTo"),
                        "keshi.org.person-transferred.v1",
                        Map.of("departmentId", "departmentId", "reportsTo", "reportsTo"),
                        "keshi.org.reporting-line-changed.v1",
                        Map.of("reportsTo", "reportsTo"),
                        "keshi.org.person-details-changed.v1",
                        Map.of(NAME, "name/ciphertext")));

        boolean isSealed(String field) {
            return this == PEOPLE && field.equals(NAME);
        }
    }

    /** @param effects knows what was asked for, where events tell it in a way that only the services can read */
    MasterDataAudit(Truth truth, Findings findings, Subject subject, Effects effects) {
        this.truth = truth;
        this.findings = findings;
        this.subject = subject;
        this.effects = effects;
    }

    void check(Collection<String> keys) {
        var stored = truth.byId(Service.ORG, subject.collection(), keys);
        var copies = new HashMap<Service, Map<String, Document>>();
        COPIES.forEach(service -> copies.put(service, truth.byId(service, subject.copies(), keys)));
        for (String key : keys) {
            var events = truth.once(key);
            long last = events.isEmpty() ? 0 : events.getLast().sequence();
            stands(key, stored.get(key), last);
            var told = fold(events);
            shown(key, told, events);
            copies.forEach((service, kept) -> copy(service, key, kept.get(key), told, last));
        }
    }

    private void stands(String key, @Nullable Document document, long last) {
        if (document == null) {
            findings.require(false, Invariant.I1, "%s is not there", key);
            return;
        }
        findings.require(
                document.getLong("sequence") == last,
                Invariant.I2,
                "%s stands at sequence %d and Kafka tells up to %d",
                key,
                document.getLong("sequence"),
                last);
        findings.require(
                document.getLong("version") == last,
                Invariant.I6,
                "%s was changed %d times and tells of %d changes",
                key,
                document.getLong("version"),
                last);
    }

    /** The fields as the events tell them. */
    private Map<String, String> fold(List<LoggedEvent> events) {
        var told = new HashMap<String, String>();
        for (LoggedEvent event : events) {
            subject.fields()
                    .getOrDefault(event.type(), Map.of())
                    .forEach((name, place) -> told.put(name, event.field(place)));
        }
        return told;
    }

    private void shown(String key, Map<String, String> told, List<LoggedEvent> events) {
        var shown = truth.shown(Truth.Reader.PERSONNEL, subject.path() + key);
        if (shown.isEmpty()) {
            findings.require(false, Invariant.I1, "%s cannot be read", key);
            return;
        }
        told.forEach((field, value) -> {
            String expected = subject.isSealed(field) ? asked(field, events) : value;
            String actual = shown.get().path(field).asString("");
            findings.require(
                    actual.equals(expected),
                    Invariant.I1,
                    "%s shows %s %s, and %s was told",
                    key,
                    field,
                    actual,
                    expected);
        });
    }

    /** What whoever caused the last event about the field asked for. */
    private String asked(String field, List<LoggedEvent> events) {
        return events.reversed().stream()
                .filter(event ->
                        subject.fields().getOrDefault(event.type(), Map.of()).containsKey(field))
                .findFirst()
                .map(effects::reason)
                .map(operation -> operation.asked(field))
                .orElse("");
    }

    private void copy(Service service, String key, @Nullable Document copy, Map<String, String> told, long last) {
        if (copy == null) {
            findings.require(false, Invariant.I2, "%s has no copy of %s", service.module(), key);
            return;
        }
        findings.require(
                copy.getLong("sequence") == last,
                Invariant.I4,
                "%s has %s at sequence %d, not %d",
                service.module(),
                key,
                copy.getLong("sequence"),
                last);
        told.forEach((field, value) -> findings.require(
                value.equals(Objects.requireNonNullElse(copy.getString(field), "")),
                Invariant.I9,
                "%s has %s with %s %s, and its events say %s",
                service.module(),
                key,
                field,
                copy.getString(field),
                value));
    }
}
