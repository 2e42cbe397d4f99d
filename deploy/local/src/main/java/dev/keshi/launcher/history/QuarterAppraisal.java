package dev.keshi.launcher.history;

import dev.keshi.launcher.activity.Appraisals;
import dev.keshi.launcher.client.CallFailure;
import dev.keshi.launcher.history.DepartmentCast.Worker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** The quarter's appraisal of a department: three-sided ratings, one grade calibrated, all published, talked over and signed, one followed to its events. */
final class QuarterAppraisal {

    private static final int PEERS = 3;
    private static final int WEAK_BELOW = 60;
    private static final List<String> GRADES = List.of("FAIL", "PASS", "GOOD", "EXCELLENT");

    private final DepartmentCast cast;
    private final QuarterDays days;
    private final QuarterLearning learning;
    private final QuarterFigures figures;
    private final Map<Worker, Views> views = new LinkedHashMap<>();
    private String cycle = "";

    /** What is said of somebody. @param peers by the colleagues after this one, in turn */
    private record Views(int self, int superior, Map<Worker, Integer> peers) {}

    QuarterAppraisal(
            DepartmentCast cast, QuarterDays days, Random random, QuarterLearning learning, QuarterFigures figures) {
        this.cast = cast;
        this.days = days;
        this.learning = learning;
        this.figures = figures;
        var workers = cast.workers();
        for (int place = 0; place < workers.size(); place++) {
            var peers = new LinkedHashMap<Worker, Integer>();
            // Fewer than three could be told apart, so nobody asks fewer.
            for (int next = 1; next <= PEERS && workers.size() > PEERS; next++) {
                peers.put(workers.get((place + next) % workers.size()), 66 + days.number() * 3 + random.nextInt(16));
            }
            views.put(
                    workers.get(place),
                    new Views(80 + random.nextInt(16), 65 + days.number() * 4 + random.nextInt(16), peers));
        }
    }

    /** On the quarter's first day; the template is that of the whole year. */
    void open() {
        String template = "history-" + cast.kind().name().toLowerCase(Locale.ROOT);
        if (days.number() == 1) {
            Appraisals.releaseTemplate(
                    cast.personnel(),
                    template,
                    cast.kind().template(),
                    cast.kind().rated());
        }
        cycle = Appraisals.open(
                cast.personnel(),
                "%s %s".formatted(days.first(), cast.kind().template()),
                days.first(),
                days.last(),
                cast.departmentId(),
                template);
    }

    /** On its last day. */
    void judge() {
        List<Worker> weak = measure();
        namePeers(byWorker());
        views.forEach(this::rate);
        var unused = Appraisals.closeRatingWithoutTheRest(cast.personnel(), cycle, "历史数据只评部分人员");
        calibrate();
        Appraisals.publish(cast.personnel(), cycle);
        Map<Worker, JsonNode> published = byWorker();
        published.forEach((worker, appraisal) -> {
            talkOver(worker, appraisal.path("id").asString());
            figures.grades.merge(appraisal.path("grade").asString(), 1, Integer::sum);
        });
        published.values().stream().findFirst().ifPresent(this::explain);
        learning.measure();
        weak.forEach(learning::awaitAssigned);
    }

    /** What the indicator knows of everybody's work, the measure against the risk among it. @return whose work on time is weak */
    private List<Worker> measure() {
        var weak = new ArrayList<Worker>();
        for (Worker worker : cast.workers()) {
            int all = 6 + (worker.equals(cast.workers().getLast()) ? 1 : 0);
            var known = Appraisals.workKnown(worker.caller(), worker.id(), days.first(), days.last(), all);
            int onTime = (int)
                    known.stream().filter(one -> one.path("amount").asInt() > 0).count();
            figures.work += known.size();
            figures.onTime += onTime;
            if (100 * onTime < WEAK_BELOW * known.size()) {
                weak.add(worker);
            }
        }
        return weak;
    }

    /** A repetition that comes when rating is over leaves it be: they were named. */
    private void namePeers(Map<Worker, JsonNode> appraisals) {
        if (!Appraisals.cycle(cast.personnel(), cycle).path("status").asString().equals("RATING")) {
            return;
        }
        appraisals.forEach((worker, appraisal) -> {
            var peers = Optional.ofNullable(views.get(worker)).stream()
                    .flatMap(said -> said.peers().keySet().stream())
                    .map(Worker::id)
                    .toList();
            if (!peers.isEmpty()) {
                Appraisals.namePeers(cast.namesPeers(), appraisal.path("id").asString(), peers);
            }
        });
    }

    private void rate(Worker worker, Views said) {
        Appraisals.rate(worker.caller(), cycle, worker.id(), "SELF", said.self());
        Appraisals.rate(cast.manager(), cycle, worker.id(), "SUPERIOR", said.superior());
        said.peers().forEach((peer, points) -> Appraisals.rate(peer.caller(), cycle, worker.id(), "PEER", points));
    }

    /** The best of those who are not excellent goes up by one; once, also when it is gone on with. */
    private void calibrate() {
        var ours = byWorker().values();
        if (ours.stream().anyMatch(one -> !one.path("calibrations").isEmpty())) {
            figures.calibrated++;
            return;
        }
        Optional<JsonNode> best = ours.stream()
                .filter(one -> GRADES.indexOf(one.path("grade").asString()) < GRADES.size() - 1)
                .max(Comparator.comparingDouble(one -> one.path("total").asDouble()));
        best.ifPresent(one -> {
            String next = GRADES.get(GRADES.indexOf(one.path("grade").asString()) + 1);
            Appraisals.calibrate(cast.personnel(), one.path("id").asString(), next, "季度内替补他人工作，质量未降");
            figures.calibrated++;
        });
    }

    private void talkOver(Worker worker, String appraisal) {
        Appraisals.holdInterview(cast.manager(), appraisal, days.last());
        Appraisals.sign(worker.caller(), appraisal);
        Appraisals.sign(cast.manager(), appraisal);
    }

    /** From the total to the events. */
    private void explain(JsonNode appraisal) {
        var explanation =
                Appraisals.explanation(cast.manager(), appraisal.path("id").asString());
        var named = explanation.findValuesAsString("eventId");
        if (named.isEmpty()) {
            throw new CallFailure("the explanation of the appraisal %s names no event"
                    .formatted(appraisal.path("id").asString()));
        }
        figures.namedEvents += named.size();
    }

    /** In the order of the workers. */
    private Map<Worker, JsonNode> byWorker() {
        var all = Appraisals.all(cast.personnel(), cycle);
        var found = new LinkedHashMap<Worker, JsonNode>();
        for (Worker worker : cast.workers()) {
            all.stream()
                    .filter(one -> one.path("personId").asString().equals(worker.id()))
                    .findFirst()
                    .ifPresent(one -> found.put(worker, one));
        }
        return found;
    }
}
