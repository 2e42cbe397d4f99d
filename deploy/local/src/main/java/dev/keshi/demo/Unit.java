package dev.keshi.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A department while the enterprise is planned. */
final class Unit {

    final String code;
    final String name;
    final String nameEn;
    final boolean group;
    final Optional<Unit> parent;
    final LocalDate openedOn;

    /** Position of the one who leads it, of deputies, and of those who work in it. */
    final Staffing staffing;

    final List<Unit> children = new ArrayList<>();
    final List<Area> areas = new ArrayList<>();

    /** Which area of a department above this one belongs to. */
    Optional<Area> inArea = Optional.empty();

    Optional<Worker> manager = Optional.empty();

    /** A field of work that a deputy is in charge of. */
    static final class Area {
        final Unit of;
        final String name;
        final String nameEn;
        Optional<Worker> deputy = Optional.empty();

        Area(Unit of, String name, String nameEn) {
            this.of = of;
            this.name = name;
            this.nameEn = nameEn;
        }
    }

    /**
     * @param weight how many people work here compared with others, beside those who lead
     * @param roles positions of those who work here; the first are the more frequent
     */
    record Staffing(String managerRole, String deputyRole, int weight, List<String> roles) {}

    Unit(
            String code,
            String name,
            String nameEn,
            boolean group,
            Optional<Unit> parent,
            LocalDate openedOn,
            Staffing staffing) {
        this.code = code;
        this.name = name;
        this.nameEn = nameEn;
        this.group = group;
        this.parent = parent;
        this.openedOn = openedOn;
        this.staffing = staffing;
        parent.ifPresent(above -> above.children.add(this));
    }

    void area(String areaName, String areaNameEn) {
        areas.add(new Area(this, areaName, areaNameEn));
    }

    Optional<Area> areaNamed(String areaNameEn) {
        return areas.stream().filter(area -> area.nameEn.equals(areaNameEn)).findFirst();
    }
}
