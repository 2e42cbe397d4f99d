package dev.keshi.chaos;

import dev.keshi.chaos.fault.Poison;
import dev.keshi.chaos.ledger.Audit;
import dev.keshi.chaos.ledger.Broken;
import dev.keshi.chaos.ledger.EventLog;
import dev.keshi.chaos.ledger.Ledger;
import dev.keshi.chaos.ledger.LoopAudit;
import dev.keshi.chaos.ledger.PoisonAudit;
import dev.keshi.chaos.ledger.Stores;
import dev.keshi.chaos.ledger.Truth;
import dev.keshi.chaos.load.AppraisalStory;
import dev.keshi.chaos.load.ClaimStory;
import dev.keshi.chaos.load.CourseStory;
import dev.keshi.chaos.load.DepartmentStory;
import dev.keshi.chaos.load.LeaveStory;
import dev.keshi.chaos.load.Load;
import dev.keshi.chaos.load.Newcomers;
import dev.keshi.chaos.load.Person;
import dev.keshi.chaos.load.ReadingStory;
import dev.keshi.chaos.load.RiskStory;
import dev.keshi.chaos.load.StaffStory;
import dev.keshi.chaos.load.Story;
import dev.keshi.chaos.load.WorkStory;
import dev.keshi.infrastructure.process.Progress;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.launcher.demo.DemoEnterprise;
import dev.keshi.launcher.platform.Platform;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A platform that runs with its enterprise, people who are at work on it, and the ledger that watches. */
public final class Stage implements AutoCloseable {

    private final Platform platform;
    private final Ledger ledger = new Ledger();
    private final EventLog log;
    private final Stores stores;
    private final Truth truth;
    private final Audit audit;
    private final Load load;
    private final Poison poison;

    public Stage(Platform platform, DemoEnterprise enterprise, long seed) {
        this.platform = platform;
        var running = platform.startInfrastructure(Progress.silent());
        log = new EventLog(running.kafka());
        poison = new Poison(running.kafka());
        stores = Stores.readOnly(running.mongodb().administrator());
        Caller personnel = person(enterprise, Part.HR);
        Caller employee = person(enterprise, Part.EMPLOYEE);
        truth = Truth.of(log, stores, personnel, employee);
        audit = new Audit(ledger, truth);
        load = new Load(stories(enterprise, personnel, employee), seed);
    }

    private List<Story> stories(DemoEnterprise enterprise, Caller personnel, Caller employee) {
        String run = "X" + UUID.randomUUID().toString().substring(0, 6) + ".";
        JsonNode self = employee.get("/api/org/v1/people/me").expect(200).json();
        JsonNode above = employee.get("/api/org/v1/departments/%s/above"
                        .formatted(self.path("person").path("departmentId").asString()))
                .expect(200)
                .json();
        String top = above.get(above.size() - 1).path("id").asString();
        var newcomers = new Newcomers(enterprise, personnel, stores);
        String home = newcomers.department(run + "0", top);
        var claimers = List.of(newcomers.hire(run + "c1", home), newcomers.hire(run + "c2", home));
        var peers = Stream.of(Part.FIRST_COLLEAGUE, Part.SECOND_COLLEAGUE, Part.THIRD_COLLEAGUE)
                .map(part -> new Person(person(enterprise, part)))
                .toList();
        String process = "claimed-" + run.toLowerCase(Locale.ROOT).replace(".", "");
        Caller administrator = enterprise.accounts().administrator();
        administrator
                .postText(
                        "/api/workflow/v1/process-definitions",
                        "application/xml",
                        ClaimStory.drawing(process, Newcomers.ROLE))
                .expect(201);
        var asker = new Person(employee);
        var manager = new Person(person(enterprise, Part.MANAGER));
        var deputy = new Person(person(enterprise, Part.DEPUTY));
        Story departments = new DepartmentStory(new Person(personnel), ledger, run, top, home);
        Story leave = new LeaveStory(asker, manager, deputy, ledger, run);
        Story claims = new ClaimStory(asker, claimers, ledger, run, process);
        Story staff = new StaffStory(
                new Person(administrator, "administrator"),
                ledger,
                run,
                List.of(home, top),
                List.of(manager.id(), deputy.id()));
        Story work = new WorkStory(asker, manager, ledger, run);
        Story risks = new RiskStory(
                asker, manager, self.path("person").path("departmentId").asString(), ledger, run);
        Story appraisals =
                new AppraisalStory(panel(new Person(personnel), newcomers, claimers, peers, run, top), ledger, run);
        Story courses = new CourseStory(
                new Person(personnel),
                manager,
                Stream.concat(peers.stream(), Stream.of(asker)).toList(),
                ledger,
                run);
        // One of both at a time: the machine has two cores, and people of the other stories need them too.
        Story loop = chance -> (chance.nextBoolean() ? work : risks).once(chance);
        Story grown = chance -> (chance.nextInt(3) == 0 ? courses : appraisals).once(chance);
        return List.of(
                departments, departments, leave, leave, claims, staff, new ReadingStory(asker, ledger), loop, grown);
    }

    /** A department of its own, in which nobody else works and from which nobody is transferred. */
    private static AppraisalStory.Panel panel(
            Person personnel, Newcomers newcomers, List<Person> claimers, List<Person> peers, String run, String top) {
        String department = newcomers.department(run + "a", top);
        newcomers.lead(claimers.getFirst(), department);
        return new AppraisalStory.Panel(
                personnel,
                department,
                newcomers.template(run),
                claimers.getFirst(),
                List.of(newcomers.employ(run + "a1", department), newcomers.employ(run + "a2", department)),
                peers,
                claimers.getLast());
    }

    private static Caller person(DemoEnterprise enterprise, Part part) {
        return enterprise.accounts().caller(enterprise.demo().loginOf(part));
    }

    Platform platform() {
        return platform;
    }

    Ledger ledger() {
        return ledger;
    }

    EventLog log() {
        return log;
    }

    Stores stores() {
        return stores;
    }

    Audit audit() {
        return audit;
    }

    LoopAudit loopAudit() {
        return new LoopAudit(ledger, truth);
    }

    Load load() {
        return load;
    }

    Poison poison() {
        return poison;
    }

    /** Nothing, as long as there is none. */
    List<Broken> poisonAudit() {
        var sent = poison.sent();
        if (sent.good() == 0) {
            return List.of();
        }
        var audit = new PoisonAudit(truth);
        return Stream.concat(
                        audit.of(Poison.GOOD, sent.good(), Poison.BAD, sent.bad()).stream(),
                        audit.ofThePast(Poison.PAST, sent.past()).stream())
                .toList();
    }

    @Override
    public void close() {
        load.close();
        log.close();
        stores.close();
    }
}
