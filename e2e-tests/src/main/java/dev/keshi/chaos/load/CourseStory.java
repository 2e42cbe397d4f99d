package dev.keshi.chaos.load;

import dev.keshi.chaos.ledger.Invariant;
import dev.keshi.chaos.ledger.Ledger;
import dev.keshi.chaos.ledger.Operation;
import dev.keshi.chaos.ledger.Operation.Kind;
import dev.keshi.chaos.ledger.Outcome;
import dev.keshi.launcher.client.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Personnel publish a course and a manager has it held for fewer people than want to come: all of them ask for a place at the same moment, one gives it
 * back, some take the quiz, and in the end it is recorded who came. Told one step at a time, as {@link AppraisalStory} is.
 */
public final class CourseStory implements Story {

    private static final String API = "/api/training/v1";
    private static final String COURSES = API + "/courses";
    private static final String SESSIONS = API + "/sessions";
    private static final int PLACES = 2;

    /** Until it begins, people can ask for a place. */
    private static final Duration AHEAD = Duration.ofSeconds(20);

    private final Person personnel;
    private final Person manager;
    private final List<Person> learners;
    private final Ledger ledger;
    private final String run;
    private final Quiz quiz;
    private String course = "";
    private String session = "";
    private Instant begins = Instant.MIN;
    private Step next = Step.ENROL;

    private enum Step {
        ENROL,
        LEARN,
        RECORD
    }

    /**
     * @param learners more than there are places
     * @param run a few letters that no earlier run had
     */
    public CourseStory(Person personnel, Person manager, List<Person> learners, Ledger ledger, String run) {
        this.personnel = personnel;
        this.manager = manager;
        this.learners = List.copyOf(learners);
        this.ledger = ledger;
        this.run = run;
        this.quiz = new Quiz(ledger);
    }

    @Override
    public void once(Random chance) {
        if (course.isEmpty()) {
            publish(chance);
            return;
        }
        switch (next) {
            case ENROL -> {
                next = Step.LEARN;
                enrol(chance);
            }
            case LEARN -> {
                next = Step.RECORD;
                withdraw(chance);
                quiz.taken(course, learners.getFirst(), learners.getLast(), chance);
            }
            case RECORD -> {
                if (session.isEmpty() || Instant.now().isAfter(begins) && record(chance)) {
                    course = "";
                    next = Step.ENROL;
                }
            }
        }
    }

    private void publish(Random chance) {
        long number = ledger.next();
        String code = (run + number).toUpperCase(Locale.ROOT).replace('.', '-');
        ObjectNode body = node().put("code", code)
                .put("name", code)
                .put("form", "ONLINE")
                .put("subject", "COMPLIANCE")
                .put("minutes", 45)
                .put("certificateMonths", 24);
        Reply reply = personnel.send(COURSES, body, chance.nextBoolean());
        ledger.add(new Operation(number, Kind.COURSE, code, Map.of("code", code), reply.outcome(), reply.words()));
        if (reply.isOk()) {
            course = code;
            personnel.send(COURSES + "/" + code + "/courseware", Quiz.courseware(), true);
            schedule(chance);
        }
    }

    private void schedule(Random chance) {
        long number = ledger.next();
        String place = run + number;
        begins = Instant.now().plus(AHEAD);
        ObjectNode body = node().put("courseCode", course)
                .put("lecturerName", "外聘讲师")
                .put("place", place)
                .put("startsAt", begins.toString())
                .put("endsAt", begins.plus(AHEAD).toString())
                .put("capacity", PLACES);
        Reply reply = manager.send(SESSIONS, body, chance.nextBoolean());
        session = reply.answer()
                .filter(_ -> reply.isOk())
                .map(answer -> answer.json().path("id").asString())
                .orElse("");
        ledger.add(new Operation(
                number,
                Kind.SESSION,
                session,
                Map.of("place", place, "capacity", Integer.toString(PLACES)),
                reply.outcome(),
                reply.words()));
    }

    /** All at the same moment; one of them twice with the same key. */
    private void enrol(Random chance) {
        if (session.isEmpty()) {
            return;
        }
        boolean insists = chance.nextBoolean();
        var twice = learners.get(chance.nextInt(learners.size()));
        AtOnce.all(learners.stream()
                .<Supplier<Reply>>map(learner -> () -> enrol(learner, insists, learner == twice))
                .toList());
    }

    private Reply enrol(Person learner, boolean insists, boolean twice) {
        String key = UUID.randomUUID().toString();
        String path = "%s/%s/enrol".formatted(SESSIONS, session);
        Reply reply = insists ? learner.insist(path, node(), key) : learner.command(path, node(), key);
        noted(Kind.ENROL, Map.of("personId", learner.id()), reply);
        if (twice && reply.isOk() && learner.command(path, node(), key).outcome() == Outcome.FAILED) {
            ledger.broken(
                    Invariant.I7, "%s was enrolled in %s and the repetition refused".formatted(learner.id(), session));
        }
        return reply;
    }

    /** Somebody who has a place, or waits for one. */
    private void withdraw(Random chance) {
        if (session.isEmpty() || chance.nextInt(3) == 0) {
            return;
        }
        var learner = learners.get(chance.nextInt(learners.size()));
        Reply reply = learner.send("%s/%s/withdraw".formatted(SESSIONS, session), node(), chance.nextBoolean());
        noted(Kind.WITHDRAW, Map.of("personId", learner.id()), reply);
    }

    /** @return false when nobody knows who has a place */
    private boolean record(Random chance) {
        var list = manager.look("%s/%s/enrolments?limit=100".formatted(SESSIONS, session));
        if (list.isEmpty()) {
            return false;
        }
        int absent = chance.nextInt(2);
        var came = list.stream()
                .map(Answer::json)
                .flatMap(page -> page.path("items").valueStream())
                .filter(one -> one.path("status").asString().equals("ENROLLED"))
                .map(one -> one.path("personId").asString())
                .skip(absent)
                .sorted()
                .toList();
        ObjectNode body = node();
        var attended = body.putArray("attended");
        came.forEach(attended::add);
        String path = "%s/%s/attendance".formatted(SESSIONS, session);
        boolean insists = chance.nextBoolean();
        AtOnce.all(List.<Supplier<Reply>>of(
                () -> recorded(path, body, came, insists), () -> recorded(path, body, came, false)));
        return true;
    }

    private Reply recorded(String path, JsonNode body, List<String> came, boolean insists) {
        Reply reply = manager.send(path, body, insists);
        noted(Kind.ATTENDANCE, Map.of("attended", came.stream().collect(Collectors.joining(" "))), reply);
        return reply;
    }

    private void noted(Kind kind, Map<String, String> asked, Reply reply) {
        ledger.add(new Operation(ledger.next(), kind, session, asked, reply.outcome(), reply.words()));
    }

    private static ObjectNode node() {
        return JsonMapper.shared().createObjectNode();
    }
}
