package dev.keshi.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tree of the group: head office with its departments and functional groups, then factories, branches and subsidiaries
 * city by city until there are as many departments as asked for. Above forty such units they stand in regions. What each of them
 * consists of is in {@code structure.csv}.
 */
final class Structure {

    private static final LocalDate FOUNDED = LocalDate.of(2001, 3, 18);
    private static final int UNITS_OF_A_REGION = 40;
    private static final int DAYS_BETWEEN_FIRST_AND_LAST = 700;

    private final int wanted;
    private final List<Unit> units = new ArrayList<>();
    private final Map<String, Unit> byCode = new HashMap<>();

    private Structure(int wanted) {
        this.wanted = wanted;
    }

    static List<Unit> of(int departments) {
        var structure = new Structure(departments);
        structure.build("head-office", Map.of());
        structure.field(structure.units.getFirst());
        return structure.units;
    }

    private void field(Unit top) {
        boolean regions = wanted - units.size() > UNITS_OF_A_REGION * 5;
        Unit above = top;
        for (int number = 0; units.size() < wanted; number++) {
            if (regions && number % UNITS_OF_A_REGION == 0) {
                above = region(top, number / UNITS_OF_A_REGION + 1);
            }
            fieldUnit(above, number);
        }
    }

    private Unit region(Unit top, int number) {
        var values = Map.of(
                "code", "R%02d".formatted(number),
                "above", top.code,
                "ordinal", Cities.ordinal(number),
                "number", Integer.toString(number));
        return build("region", values);
    }

    private void fieldUnit(Unit above, int number) {
        switch (number % 7) {
            case 0, 4 -> inCity("factory", above, "F%03d", number);
            case 6 -> inCity("subsidiary", above, "C%03d", number);
            default -> inCity("branch", above, "B%03d", number);
        }
    }

    private void inCity(String plan, Unit above, String code, int number) {
        var city = Cities.name(number);
        build(
                plan,
                Map.of(
                        "code", code.formatted(number + 1),
                        "above", above.code,
                        "city", city.chinese(),
                        "cityEn", city.english()));
    }

    /** @return the first department of the plan, which leads the others */
    private Unit build(String plan, Map<String, String> values) {
        int before = units.size();
        for (var row : Blueprint.ofPlan(plan)) {
            if (!row.ifWanted() || units.size() < wanted) {
                add(row.filledIn(values));
            }
        }
        return units.get(before);
    }

    private void add(Blueprint plan) {
        Optional<Unit> above = Optional.ofNullable(byCode.get(plan.above()));
        LocalDate openedAbove = above.map(unit -> unit.openedOn).orElse(FOUNDED);
        LocalDate openedOn = plan.opens()
                .map(openedAbove::plus)
                .orElseGet(() -> openedAbove.plusDays(units.size() % DAYS_BETWEEN_FIRST_AND_LAST));
        var unit = new Unit(plan.code(), plan.name(), plan.nameEn(), plan.group(), above, openedOn, plan.staffing());
        unit.inArea = above.flatMap(department -> department.areaNamed(plan.inArea()));
        for (String area : plan.areas()) {
            String[] names = area.split("/");
            unit.area(names[0], names[1]);
        }
        units.add(unit);
        byCode.put(unit.code, unit);
    }
}
