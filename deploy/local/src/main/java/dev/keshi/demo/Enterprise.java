package dev.keshi.demo;

import dev.keshi.demo.Unit.Area;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** A group of companies with its people: every department led, deputies in charge of what stands below them. */
public final class Enterprise {

    private static final LocalDate LAST_HIRED = LocalDate.of(2024, 12, 31);
    private static final int PEOPLE_OF_A_SMALL_DEPARTMENT = 17;
    private static final int PEOPLE_OF_A_DEPARTMENT = 20;
    private static final int LARGE_ENTERPRISE = 5_000;
    private static final int FIRST_NUMBER = 100_001;

    private final SplittableRandom random;
    private final Names names;
    private final List<Unit> units;
    private final List<Place> places = new ArrayList<>();
    private final List<Worker> workers = new ArrayList<>();

    /** A job that somebody does. */
    private record Place(
            Unit unit, String role, Optional<Area> area, boolean leads, Optional<Personas.Persona> persona) {}

    private record Candidate(Place place, Names.Name name, LocalDate hiredOn, String phone) {}

    private Enterprise(int people, long seed) {
        this.random = new SplittableRandom(seed);
        this.names = new Names(
                random,
                Stream.concat(Personas.ALL.stream().map(Personas.Persona::loginName), Stream.of("admin"))
                        .toList());
        int each = people < LARGE_ENTERPRISE ? PEOPLE_OF_A_SMALL_DEPARTMENT : PEOPLE_OF_A_DEPARTMENT;
        this.units = Structure.of(Math.max(1, people / each));
    }

    /** The same number and seed give the same enterprise. */
    public static Enterprise of(int people, long seed) {
        if (people < Generator.FEWEST_PEOPLE) {
            throw new IllegalArgumentException("people: " + people);
        }
        var enterprise = new Enterprise(people, seed);
        enterprise.plan(people);
        enterprise.hire();
        return enterprise;
    }

    /** Codes of all departments, those above before those below. */
    public List<String> departments() {
        return units.stream().map(unit -> unit.code).toList();
    }

    /** Codes of all positions. */
    public List<String> positions() {
        return Roles.ALL.stream().map(Roles.Role::code).toList();
    }

    public List<Worker> people() {
        return List.copyOf(workers);
    }

    private void plan(int people) {
        Personas.ALL.forEach(this::planPersona);
        var personas = List.copyOf(places);
        units.forEach(unit -> planLeaders(unit, personas));
        if (places.size() > people) {
            places.subList(people, places.size()).clear();
        }
        int weights = units.stream().mapToInt(unit -> unit.staffing.weight()).sum();
        int members = people - places.size();
        int planned = 0;
        int passed = 0;
        for (var unit : units) {
            passed += unit.staffing.weight();
            int upTo = (int) ((long) members * passed / weights);
            for (; planned < upTo; planned++) {
                places.add(member(unit));
            }
        }
    }

    private void planPersona(Personas.Persona persona) {
        var unit = units.stream()
                .filter(one -> one.code.equals(persona.department()))
                .findFirst()
                .orElseThrow();
        var area = unit.areas.stream()
                .filter(one -> one.name.equals(persona.area()))
                .findFirst();
        places.add(new Place(
                unit, persona.position(), area, persona.place() == Personas.Place.MANAGER, Optional.of(persona)));
    }

    private void planLeaders(Unit unit, List<Place> personas) {
        if (personas.stream().noneMatch(place -> place.unit() == unit && place.leads())) {
            places.add(new Place(unit, unit.staffing.managerRole(), Optional.empty(), true, Optional.empty()));
        }
        for (var area : unit.areas) {
            if (places.stream()
                    .noneMatch(place -> place.area().filter(area::equals).isPresent())) {
                places.add(new Place(unit, unit.staffing.deputyRole(), Optional.of(area), false, Optional.empty()));
            }
        }
    }

    private Place member(Unit unit) {
        var roles = unit.staffing.roles();
        return new Place(unit, roles.get(random.nextInt(roles.size())), Optional.empty(), false, Optional.empty());
    }

    /** Numbers rise with the first working day, as they do in an enterprise that has grown. */
    private void hire() {
        var candidates = new ArrayList<Candidate>(places.size());
        places.forEach(place -> candidates.add(candidate(place)));
        candidates.sort(Comparator.comparing(Candidate::hiredOn));
        int number = FIRST_NUMBER;
        for (var candidate : candidates) {
            var worker = worker(candidate, Integer.toString(number++));
            workers.add(worker);
            if (candidate.place().leads()) {
                candidate.place().unit().manager = Optional.of(worker);
            }
            candidate.place().area().ifPresent(area -> area.deputy = Optional.of(worker));
        }
    }

    private Candidate candidate(Place place) {
        var name = place.persona()
                .map(persona -> new Names.Name(persona.name(), persona.loginName()))
                .orElseGet(names::next);
        var opened = place.unit().openedOn;
        long days = LAST_HIRED.toEpochDay() - opened.toEpochDay();
        // Leaders came earlier; of the others more came lately than long ago.
        double share =
                place.leads() || place.area().isPresent() ? random.nextDouble() * 0.5 : Math.sqrt(random.nextDouble());
        var hiredOn = opened.plusDays((long) (days * share));
        // No telephone number in China begins with 100 and has eleven digits, so nobody can be called by mistake.
        return new Candidate(place, name, hiredOn, "100%08d".formatted(random.nextInt(100_000_000)));
    }

    private static Worker worker(Candidate candidate, String number) {
        var place = candidate.place();
        return new Worker(
                number,
                candidate.name().chinese(),
                candidate.name().loginName(),
                candidate.name().loginName() + "@keshi.example",
                candidate.phone(),
                place.unit().code,
                place.role(),
                place.persona().flatMap(Personas.Persona::role),
                candidate.hiredOn());
    }

    void writeTo(Path folder) throws IOException {
        try (var csv = new CsvFile(folder.resolve("departments.csv"))) {
            csv.row(
                    "code",
                    "name",
                    "nameEn",
                    "kind",
                    "parentCode",
                    "manager",
                    "deputies",
                    "deputyInCharge",
                    "openedOn");
            for (var unit : units) {
                csv.row(row(unit));
            }
        }
        try (var csv = new CsvFile(folder.resolve("positions.csv"))) {
            csv.row("code", "title", "titleEn", "departmentCode", "headcount", "template");
            for (var role : Roles.ALL) {
                csv.row(role.code(), role.title(), role.titleEn(), "", "", role.template());
            }
        }
        try (var csv = new CsvFile(folder.resolve("people.csv"))) {
            csv.row(
                    "employeeNumber",
                    "name",
                    "departmentCode",
                    "positionCode",
                    "email",
                    "phone",
                    "loginName",
                    "roles",
                    "hiredOn");
            for (var worker : workers) {
                csv.row(row(worker));
            }
        }
    }

    private static String[] row(Unit unit) {
        var deputies = unit.areas.stream()
                .flatMap(area -> area.deputy.stream()
                        .map(deputy -> deputy.employeeNumber() + ':' + area.name + '/' + area.nameEn))
                .toList();
        return new String[] {
            unit.code,
            unit.name,
            unit.nameEn,
            unit.group ? "FUNCTIONAL_GROUP" : "DEPARTMENT",
            unit.parent.map(above -> above.code).orElse(""),
            unit.manager.map(Worker::employeeNumber).orElse(""),
            String.join(";", deputies),
            unit.inArea.flatMap(area -> area.deputy).map(Worker::employeeNumber).orElse(""),
            unit.openedOn.toString()
        };
    }

    private static String[] row(Worker worker) {
        return new String[] {
            worker.employeeNumber(),
            worker.name(),
            worker.departmentCode(),
            worker.positionCode(),
            worker.email(),
            worker.phone(),
            worker.loginName(),
            worker.roles().orElse(""),
            worker.hiredOn().toString()
        };
    }
}
