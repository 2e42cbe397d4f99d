package dev.keshi.performance.cycle;

import dev.keshi.performance.DescribedOperation;
import dev.keshi.performance.Enterprise;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who reads all there is about a studio's cycle: every GET of the service, with every id, allowed or not. */
record Reader(Enterprise enterprise, String person) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern VARIABLE = Pattern.compile("([a-z]+)/\\{[A-Za-z]+}");
    private static final Pattern TRACE = Pattern.compile("\"traceId\":\"[^\"]*\"");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
    private static final List<String> OTHER_RULES = List.of(
            "limit=100",
            "limit=100&self=0&superior=0&peer=100",
            "limit=100&self=0&superior=99&peer=1",
            "limit=100&minimumPeers=4",
            "limit=100&minimumPeers=3",
            "limit=100&movers=POSITION_AT_END&minimumDays=80",
            "limit=100&excellent=60&good=50&pass=40",
            "limit=100&mostExcellent=20&mostGood=30",
            "limit=100&self=0&superior=0&peer=100&mostExcellent=50&mostGood=0",
            "limit=100&self=0&superior=0&peer=100" + weights("quality"),
            "limit=100&self=0&superior=0&peer=100&mostExcellent=50&mostGood=0" + weights("communication"));

    /** Answer by address: status, headers and body as they came, but for the number of the request. */
    Map<String, String> everything(Studio studio) {
        var answers = new TreeMap<String, String>();
        addresses(studio).forEach(address -> answers.put(address, answer(address)));
        return answers;
    }

    /** Of everything that can be read about it. */
    List<String> addresses(Studio studio) {
        var ids = studio.ids();
        return DescribedOperation.of(enterprise).stream()
                .filter(DescribedOperation::reads)
                .flatMap(operation -> addresses(operation, ids))
                .toList();
    }

    /** The same as if it were any other studio's: without ids, moments and the order of ids, and without what is not about it. */
    Map<String, String> everythingAnonymous(Studio studio) {
        var answers = new TreeMap<String, String>();
        var names = studio.names();
        everything(studio)
                .forEach((address, answer) ->
                        answers.merge(Studio.anonymous(address, names), anonymous(answer, names), String::concat));
        return answers;
    }

    /** @param names what each id is of */
    static String anonymous(String answer, Map<String, String> names) {
        return MOMENT.matcher(sorted(Studio.anonymous(answer, names))).replaceAll("<moment>");
    }

    /** What is told about the person who is rated. */
    String aboutTheSubject(Studio studio) {
        var about = new StringBuilder();
        var id = studio.appraisal(Studio.SUBJECT);
        everything(studio).forEach((address, answer) -> {
            if (address.contains(id)) {
                about.append(answer);
            }
            items(answer).filter(one -> one.contains(id)).forEach(about::append);
        });
        return about.toString();
    }

    String answer(String address) {
        var answer = enterprise.get(person, address);
        return told(answer, withFollowingPages(address, body(answer)));
    }

    /** The same of anything that was answered. */
    static String told(MvcTestResult answer) {
        return told(answer, body(answer));
    }

    private static String told(MvcTestResult answer, String body) {
        var headers = new TreeMap<String, List<String>>();
        var response = answer.getResponse();
        response.getHeaderNames().forEach(name -> headers.put(name, List.copyOf(response.getHeaders(name))));
        return Enterprise.status(answer) + " " + headers + "\n" + body;
    }

    private static String body(MvcTestResult answer) {
        return TRACE.matcher(Enterprise.body(answer)).replaceAll("");
    }

    /** Which ids stand on the first page is chance as soon as there are many. */
    private String withFollowingPages(String address, String body) {
        if (!body.contains("\"nextCursor\":\"")) {
            return body;
        }
        var items = JSON.createArrayNode();
        var page = JSON.readTree(body);
        page.get("items").forEach(items::add);
        while (page.hasNonNull("nextCursor")) {
            page = Enterprise.read(enterprise.get(
                    person, address + "&cursor=" + page.get("nextCursor").asString()));
            page.get("items").forEach(items::add);
        }
        return JSON.createObjectNode().set("items", items).toString();
    }

    /** Lists hold what is of other cycles as well, and their order is that of ids, which say nothing. */
    private static String sorted(String answer) {
        return answer.contains("\"items\":[")
                ? answer.lines().findFirst().orElseThrow()
                        + items(answer)
                                .filter(one -> one.contains("<"))
                                .sorted()
                                .toList()
                : answer;
    }

    private static Stream<String> items(String answer) {
        if (!answer.contains("\"items\":[")) {
            return Stream.empty();
        }
        return JSON.readTree(answer.substring(answer.indexOf('\n') + 1))
                .get("items")
                .valueStream()
                .map(JsonNode::toString);
    }

    private static Stream<String> addresses(DescribedOperation get, Map<String, List<String>> ids) {
        var variable = VARIABLE.matcher(get.path());
        var paths = variable.find()
                ? ids
                        .getOrDefault(
                                variable.group(1),
                                ids.values().stream()
                                        .flatMap(Collection::stream)
                                        .toList())
                        .stream()
                        .map(id -> get.path().replaceFirst("\\{[A-Za-z]+}", id))
                : Stream.of(get.path());
        return paths.flatMap(path -> queries(get, ids).map(query -> query.isEmpty() ? path : path + '?' + query));
    }

    /** So much of one indicator that hardly anything else counts; the template is that of the studio. */
    private static String weights(String most) {
        return Stream.of("quality", "efficiency", "problem-solving", "communication")
                .map(one -> "&weights=<template>:" + one + ':' + (one.equals(most) ? 97 : 1))
                .collect(Collectors.joining());
    }

    private static Stream<String> queries(DescribedOperation get, Map<String, List<String>> ids) {
        if (get.path().endsWith("/replay")) {
            var template = ids.getOrDefault("templates", List.of()).getFirst();
            return OTHER_RULES.stream().map(rules -> rules.replace("<template>", template));
        }
        var fixed = (get.queries().contains("limit") ? "&limit=100" : "")
                + (get.queries().contains("on") ? "&on=2021-02-01" : "");
        var queries = get.queries().contains("cycleId")
                ? ids.get("cycles").stream().map(id -> "&cycleId=" + id + fixed)
                : get.queries().contains("personId")
                        ? ids.get("people").stream().map(id -> "&personId=" + id + fixed)
                        : Stream.of(fixed);
        return queries.map(query -> query.isEmpty() ? "" : query.substring(1));
    }
}
