package dev.keshi.chaos.load;

import dev.keshi.chaos.ledger.Ledger;
import dev.keshi.chaos.ledger.Operation;
import dev.keshi.chaos.ledger.Operation.Kind;
import dev.keshi.chaos.ledger.Outcome;
import dev.keshi.launcher.client.Answer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Personnel have two people appraised, again and again: a cycle is planned and opened, people rate each other, rating is closed, a grade is changed
 * with a reason, all are published, and what came out is talked over and signed. It is told one step at a time, and goes on in the next round:
 * nobody who is to rest has to wait for the end of a cycle.
 */
public final class AppraisalStory implements Story {

    static final String API = "/api/performance/v1";

    private static final String CYCLES = API + "/cycles";
    private static final String APPRAISALS = API + "/appraisals";
    private static final List<String> GRADES = List.of("EXCELLENT", "GOOD", "PASS", "FAIL");

    private final Panel panel;
    private final Ledger ledger;
    private final String run;
    private String cycle = "";

    /** By person. */
    private Map<String, String> appraisals = Map.of();

    private Optional<RatingRound> rating = Optional.empty();
    private boolean lookedOver;
    private boolean talkedOver;

    /**
     * Who takes part.
     *
     * @param department where nobody works but the subjects
     * @param template code of what they are judged by
     * @param superior manages the department
     * @param peers rate the first subject
     * @param late is asked to, and does when rating is closed
     */
    public record Panel(
            Person personnel,
            String department,
            String template,
            Person superior,
            List<Person> subjects,
            List<Person> peers,
            Person late) {

        public Panel {
            subjects = List.copyOf(subjects);
            peers = List.copyOf(peers);
        }
    }

    /** @param run a few letters that no earlier run had */
    public AppraisalStory(Panel panel, Ledger ledger, String run) {
        this.panel = panel;
        this.ledger = ledger;
        this.run = run;
    }

    @Override
    public void once(Random chance) {
        if (cycle.isEmpty()) {
            plan(chance);
            return;
        }
        var seen = panel.personnel().look(CYCLES + "/" + cycle);
        if (seen.isEmpty()) {
            return;
        }
        String etag = seen.get().etag();
        switch (seen.get().json().path("status").asString("")) {
            case "PLANNED" -> takeOn(Kind.OPEN_CYCLE, "open", etag, chance);
            case "RATING" -> rate(etag, chance);
            case "CALIBRATION" -> lookOver(etag, chance);
            case "PUBLISHED" -> talkOver(chance);
            // The service is at it.
            default -> {}
        }
    }

    private void plan(Random chance) {
        long number = ledger.next();
        String name = run + number;
        String today = LocalDate.now(WorkStory.ZONE).toString();
        ObjectNode body = node().put("name", name)
                .put("kind", "MONTHLY")
                .put("extent", "COMPREHENSIVE")
                .put("firstDay", today)
                .put("lastDay", today)
                .put("populationOn", today)
                .put("departmentId", panel.department())
                .put("minimumDays", 1);
        body.putArray("templates").add(panel.template());
        Reply reply = panel.personnel().send(CYCLES, body, chance.nextBoolean());
        cycle = reply.answer()
                .filter(_ -> reply.isOk())
                .map(answer -> answer.json().path("id").asString())
                .orElse("");
        String people = panel.subjects().stream().map(Person::id).collect(Collectors.joining(" "));
        ledger.add(new Operation(
                number, Kind.CYCLE, cycle, Map.of("name", name, "people", people), reply.outcome(), reply.words()));
        reply.answer()
                .filter(_ -> reply.isOk())
                .ifPresent(planned -> takeOn(Kind.OPEN_CYCLE, "open", planned.etag(), chance));
    }

    private Reply takeOn(Kind kind, String verb, String etag, Random chance) {
        long number = ledger.next();
        Reply reply = panel.personnel()
                .send("%s/%s/%s".formatted(CYCLES, cycle, verb), node(), chance.nextBoolean(), "If-Match", etag);
        ledger.add(new Operation(number, kind, cycle, Map.of(), reply.outcome(), reply.words()));
        return reply;
    }

    private void rate(String etag, Random chance) {
        if (rating.isEmpty()) {
            askForRatings();
        } else if (!rating.get().isOver()) {
            rating.get().goOn(chance);
        } else if (takeOn(Kind.CLOSE_RATING, "close-rating", etag, chance).outcome() == Outcome.FAILED) {
            // Of a rating of the superior nobody knows what became, or it was refused.
            appraisals
                    .values()
                    .forEach(appraisal -> panel.personnel()
                            .send(path(appraisal) + "/waive-superior", node().put("reason", "本次不评"), true));
        }
    }

    private void askForRatings() {
        var listed = panel.personnel().look("%s?limit=100&cycleId=%s".formatted(APPRAISALS, cycle));
        appraisals = listed.stream()
                .flatMap(list -> list.json().path("items").valueStream())
                .collect(Collectors.toMap(
                        one -> one.path("personId").asString(),
                        one -> one.path("id").asString(),
                        (one, _) -> one));
        String first = appraisals.getOrDefault(panel.subjects().getFirst().id(), "");
        if (first.isEmpty()) {
            return;
        }
        ObjectNode named = node();
        var peers = named.putArray("personIds");
        panel.peers().forEach(peer -> peers.add(peer.id()));
        peers.add(panel.late().id());
        if (panel.superior().send(path(first) + "/peers", named, true).isOk()) {
            rating = Optional.of(new RatingRound(panel, ledger, cycle));
        }
    }

    /** Somebody rates too late, a grade is changed; the next time all are published. */
    private void lookOver(String etag, Random chance) {
        if (lookedOver) {
            if (takeOn(Kind.PUBLISH_CYCLE, "publish", etag, chance).outcome() == Outcome.FAILED) {
                // Nothing counts of what was given, so there is nothing to publish.
                goOnToTheNext();
            }
            return;
        }
        String first = appraisals.getOrDefault(panel.subjects().getFirst().id(), "");
        var appraisal = panel.personnel().look(path(first));
        if (appraisal.isEmpty()) {
            return;
        }
        lookedOver = true;
        rating.ifPresent(round -> round.tooLate(chance));
        String seen = appraisal.get().etag();
        switch (chance.nextInt(3)) {
            case 0 -> {}
            case 1 -> calibrate(first, seen, chance.nextInt(GRADES.size()), chance.nextBoolean());
            default ->
                AtOnce.all(List.<Supplier<Reply>>of(
                        () -> calibrate(first, seen, 1, false), () -> calibrate(first, seen, 2, false)));
        }
    }

    private Reply calibrate(String appraisal, String etag, int grade, boolean insists) {
        long number = ledger.next();
        var asked = Map.of("grade", GRADES.get(grade), "reason", run + number);
        ObjectNode body = node();
        asked.forEach(body::put);
        Reply reply = panel.personnel().send(path(appraisal) + "/calibrate", body, insists, "If-Match", etag);
        ledger.add(new Operation(number, Kind.CALIBRATE, appraisal, asked, reply.outcome(), reply.words()));
        return reply;
    }

    /** The interviews; the next time the signatures, and that is the end of it. */
    private void talkOver(Random chance) {
        for (Person subject : panel.subjects()) {
            String appraisal = appraisals.getOrDefault(subject.id(), "");
            var shown = panel.superior().look(path(appraisal));
            if (shown.isPresent() && !talkedOver) {
                read(appraisal, shown.get().json());
                interview(appraisal, shown.get().etag(), chance.nextBoolean());
            } else if (shown.isPresent()) {
                sign(appraisal, subject, shown.get(), chance);
            }
        }
        if (talkedOver) {
            goOnToTheNext();
        } else {
            talkedOver = true;
        }
    }

    private void goOnToTheNext() {
        cycle = "";
        appraisals = Map.of();
        rating = Optional.empty();
        lookedOver = false;
        talkedOver = false;
    }

    private void read(String appraisal, JsonNode shown) {
        var read = Map.of(
                "grade", shown.path("grade").asString(""),
                "total", shown.path("total").asString(""));
        ledger.add(new Operation(ledger.next(), Kind.GRADE_SEEN, appraisal, read, Outcome.OK, "200"));
    }

    private void interview(String appraisal, String etag, boolean insists) {
        long number = ledger.next();
        String measures = run + number;
        ObjectNode body = node().put("heldOn", LocalDate.now(WorkStory.ZONE).toString())
                .put("strengths", "沟通顺畅")
                .put("weaknesses", "预警偏晚")
                .put("measures", measures);
        Reply reply = panel.superior().send(path(appraisal) + "/interview", body, insists, "If-Match", etag);
        ledger.add(new Operation(
                number, Kind.INTERVIEW, appraisal, Map.of("measures", measures), reply.outcome(), reply.words()));
    }

    /** The superior, and then the person, at two screens. */
    private void sign(String appraisal, Person subject, Answer shown, Random chance) {
        sign(appraisal, panel.superior(), "SUPERIOR", shown.etag(), chance.nextBoolean());
        subject.look(path(appraisal)).map(Answer::etag).ifPresent(etag -> {
            boolean insists = chance.nextBoolean();
            AtOnce.all(List.<Supplier<Reply>>of(
                    () -> sign(appraisal, subject, "PERSON", etag, insists),
                    () -> sign(appraisal, subject, "PERSON", etag, false)));
        });
    }

    private Reply sign(String appraisal, Person signatory, String as, String etag, boolean insists) {
        long number = ledger.next();
        Reply reply = signatory.send(path(appraisal) + "/sign", node(), insists, "If-Match", etag);
        ledger.add(new Operation(number, Kind.SIGN, appraisal, Map.of("signedAs", as), reply.outcome(), reply.words()));
        return reply;
    }

    private static String path(String appraisal) {
        return APPRAISALS + "/" + appraisal;
    }

    private static ObjectNode node() {
        return JsonMapper.shared().createObjectNode();
    }
}
