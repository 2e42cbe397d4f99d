package dev.keshi.launcher.tour;

import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.infrastructure.process.Progress;
import dev.keshi.launcher.client.CallFailure;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Accounts;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.launcher.demo.DemoRecord;
import dev.keshi.launcher.demo.OrganisationImport;
import dev.keshi.launcher.platform.Platform;
import dev.keshi.launcher.platform.Service;
import dev.keshi.launcher.tour.Step.Shown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Takes the steps one after the other, and stops at the first that fails; one that only measures stops nothing. */
public final class Tour {

    private static final int FEW_PEOPLE = 1_200;
    private static final int IMPORT_OF_FEW_SECONDS = 2;
    private static final int IMPORT_OF_MANY_SECONDS = 60;
    private static final int QUARTERS_SECONDS = 60;

    private final Platform platform;
    private final Accounts accounts;
    private final DemoRecord demo;
    private final Consumer<Step> listener;
    private final Consumer<String> detail;
    private final List<Step> steps = new ArrayList<>();

    /**
     * @param listener is told each step when it was taken
     * @param detail is told what stands below a step, line by line
     */
    public Tour(
            Platform platform, Accounts accounts, DemoRecord demo, Consumer<Step> listener, Consumer<String> detail) {
        this.platform = platform;
        this.accounts = accounts;
        this.demo = demo;
        this.listener = listener;
        this.detail = detail;
    }

    /**
     * However it ends, whoever calls the platform afterwards finds it no longer behind the day of the calendar.
     *
     * @return the steps that were taken
     */
    public List<Step> take() {
        try {
            return takeSteps();
        } finally {
            platform.catchUp();
        }
    }

    private List<Step> takeSteps() {
        if (!step("organisation imported", this::organisation)) {
            return steps;
        }
        try (var story = story()) {
            boolean told = step("employee asks for leave", story::askForLeave)
                    && step("manager approves", story::managerApproves)
                    && step("workflow-service killed (-9)", () -> kill(Service.WORKFLOW))
                    && step("deputy approves", story::deputyApproves)
                    && step("request completed", story::isCompleted)
                    && step("inboxes", story::inboxesShowWhatTheyShould)
                    && step("events in Kafka", story::eventsAreInKafka);
            story.lines().forEach(detail);
            if (!told || !step("archive", story::archiveTellsTheSame)) {
                return steps;
            }
        }
        var pace = new Pace(
                person(Part.BUSY_EMPLOYEE),
                person(Part.BUSY_MANAGER),
                platform.clock().today());
        if (step("more requests", pace::submit)) {
            step("approval to notification", pace::approve);
        }
        step("idle", () -> Machine.idle(platform));
        takeQuarter();
        step("memory", () -> Machine.memory(platform, demo.people()));
        return List.copyOf(steps);
    }

    private void takeQuarter() {
        long begin = System.nanoTime();
        try (var story = new QuarterStory(
                QuarterCast.of(accounts, demo),
                platform.clock(),
                platform.status().kafka())) {
            for (var chapter : story.chapters(() -> kill(Service.RISK))) {
                if (!step(chapter.name(), chapter.act())) {
                    return;
                }
                if (steps.getLast().values().get("events") instanceof List<?> lines) {
                    lines.forEach(line -> detail.accept(String.valueOf(line)));
                }
            }
        }
        double seconds = since(begin).toMillis() / 1000.0;
        step(
                "two quarters",
                () -> new Shown(
                        String.format(Locale.ROOT, "%d days in %.1f s", QuarterStory.DAYS, seconds),
                        Map.of("days", QuarterStory.DAYS),
                        List.of(new Goal("two quarters", seconds, QUARTERS_SECONDS, "s"))));
    }

    public static boolean succeeded(List<Step> steps) {
        return steps.stream().allMatch(Step::passed);
    }

    /** Everything that was measured and has a goal. */
    public static List<Goal> goals(List<Step> steps) {
        return steps.stream().flatMap(step -> step.goals().stream()).toList();
    }

    public static List<Goal> missedGoals(List<Step> steps) {
        return steps.stream().flatMap(step -> step.missedGoals().stream()).toList();
    }

    private LeaveStory story() {
        return new LeaveStory(
                person(Part.EMPLOYEE),
                person(Part.MANAGER),
                person(Part.DEPUTY),
                person(Part.AUDITOR),
                platform.clock().today(),
                platform.status().kafka());
    }

    private Caller person(Part part) {
        return accounts.caller(demo.loginOf(part)).insisting();
    }

    private Shown organisation() {
        JsonNode job = accounts.caller(Accounts.ADMINISTRATOR)
                .insisting()
                .get("/api/org/v1/imports/" + demo.importId())
                .expect(200)
                .json();
        TourFailure.require(job.path("state").asString().equals("COMPLETED"), "the import is %s", job.path("state"));
        return new Shown(
                String.format(
                        Locale.ROOT, "%s in %.1f s", OrganisationImport.describe(job), demo.importMillis() / 1000.0),
                Map.of("people", demo.people(), "importSeconds", demo.importMillis() / 1000.0),
                List.of(importGoal()));
    }

    private Goal importGoal() {
        int people = demo.people();
        int most = people > FEW_PEOPLE ? IMPORT_OF_MANY_SECONDS : IMPORT_OF_FEW_SECONDS;
        return new Goal("import of %d people".formatted(people), demo.importMillis() / 1000.0, most, "s");
    }

    private Shown kill(Service service) {
        platform.kill(service);
        var running = platform.startInfrastructure(Progress.silent());
        Duration took = platform.start(service, running, Progress.silent()).orElse(Duration.ZERO);
        return Shown.of(
                String.format(Locale.ROOT, "started again, ready after %.1f s", took.toMillis() / 1000.0),
                Map.of("readySeconds", took.toMillis() / 1000.0));
    }

    private boolean step(String name, Supplier<Shown> act) {
        long begin = System.nanoTime();
        Step step;
        try {
            Shown shown = act.get();
            step = new Step(name, true, shown.figure(), since(begin), shown.values(), shown.goals());
        } catch (TourFailure | CallFailure | LocalFailure failure) {
            step = new Step(name, false, String.valueOf(failure.getMessage()), since(begin), Map.of(), List.of());
        }
        steps.add(step);
        listener.accept(step);
        return step.passed();
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
