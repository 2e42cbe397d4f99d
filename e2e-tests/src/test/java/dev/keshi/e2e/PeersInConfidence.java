package dev.keshi.e2e;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.activity.People;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.platform.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Who was a peer of the employee, and by which rating, stands neither in what other services tell nor in what they log. */
final class PeersInConfidence {

    private static final List<Service> WHO_LOG =
            List.of(Service.GATEWAY, Service.PERFORMANCE, Service.NOTIFICATION, Service.REPORTING);

    private final Keshi keshi;
    private final TeamAtWork team;
    private final List<Caller> peers;

    PeersInConfidence(Keshi keshi, TeamAtWork team, List<Caller> peers) {
        this.keshi = keshi;
        this.team = team;
        this.peers = List.copyOf(peers);
    }

    /** Of a cycle that is published. */
    void areKept(String cycle, String appraisal) {
        var ratings = new LinkedHashMap<Caller, String>();
        peers.forEach(peer -> ratings.put(peer, rating(peer, cycle)));
        eventually(() -> assertThat(toldTo(team.manager))
                .as("that there is to be an interview")
                .anyMatch(text -> text.contains(appraisal)));
        OwnDepartment.isHeard(keshi);
        for (Caller reader : Stream.concat(Stream.of(team.employee, team.manager), peers.stream())
                .toList()) {
            var others = new LinkedHashMap<>(ratings);
            others.remove(reader);
            for (String text : toldTo(reader)) {
                assertThat(others.values()).noneMatch(text::contains);
                if (text.contains(appraisal) || (text.contains(cycle) && text.contains(Leave.id(team.me)))) {
                    assertThat(others.keySet()).extracting(People::idOf).noneMatch(text::contains);
                }
            }
        }
        WHO_LOG.forEach(service -> isNotLogged(service, ratings, List.of(cycle, appraisal)));
    }

    private String rating(Caller peer, String cycle) {
        return Pages.items(peer, "/api/performance/v1/ratings?limit=100").stream()
                .filter(one -> one.path("cycleId").asString().equals(cycle)
                        && one.path("subjectId").equals(team.me.path("id"))
                        && one.path("kind").asString().equals("PEER"))
                .map(Leave::id)
                .findFirst()
                .orElseThrow();
    }

    /** One by one; figures of whom the reader does not see are refused, which is told, too. */
    private List<String> toldTo(Caller reader) {
        var told = new ArrayList<String>();
        for (String list : List.of("inbox", "obligations")) {
            Pages.items(reader, "/api/notification/v1/" + list + "?limit=100").stream()
                    .map(JsonNode::toString)
                    .forEach(told::add);
        }
        String department = team.me.path("departmentId").asString();
        for (String whose : List.of("people/" + Leave.id(team.me), "departments/" + department)) {
            told.add(reader.get("/api/reporting/v1/" + whose + "/figures").body());
        }
        return told;
    }

    private void isNotLogged(Service service, Map<Caller, String> ratings, List<String> about) {
        var people = ratings.keySet().stream().map(People::idOf).toList();
        Path file = keshi.stateFolder().resolve("logs").resolve(service.module() + ".log");
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            var all = lines.toList();
            assertThat(all).as(service.module()).isNotEmpty();
            assertThat(all).as(service.module()).noneMatch(line -> containsAny(line, ratings.values()));
            assertThat(all)
                    .as(service.module())
                    .noneMatch(line -> containsAny(line, people) && containsAny(line, about));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean containsAny(String line, Iterable<String> words) {
        for (String word : words) {
            if (line.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
