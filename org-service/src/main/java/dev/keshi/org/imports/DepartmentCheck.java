package dev.keshi.org.imports;

import dev.keshi.org.PersonId;
import dev.keshi.org.department.Branches;
import dev.keshi.org.department.DepartmentCode;
import dev.keshi.org.department.DepartmentId;
import dev.keshi.org.department.DepartmentImportService.Known;
import dev.keshi.org.department.DepartmentImportService.Listed;
import dev.keshi.org.department.DepartmentKind;
import dev.keshi.org.department.DepartmentName;
import dev.keshi.org.department.DepartmentTree;
import dev.keshi.org.department.Deputy;
import dev.keshi.org.department.Leadership;
import dev.keshi.org.imports.table.Findings;
import dev.keshi.org.imports.table.ImportTable;
import dev.keshi.org.imports.table.TableRow;
import dev.keshi.org.person.EmployeeNumber;
import dev.keshi.org.timeline.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The departments of a file against each other and against those that exist: what the tree would be after the import. */
final class DepartmentCheck {

    private static final ImportTable TABLE = ImportTable.DEPARTMENTS;

    private final Known known;
    private final LocalDate today;
    private final Findings findings;
    private final PeopleReferences people;
    private final Map<DepartmentId, DepartmentRow> rows = new LinkedHashMap<>();

    /** Listed in rows in which some cell is wrong: they exist, and nothing else is known of them. */
    private final Map<DepartmentId, TableRow> unsound = new LinkedHashMap<>();

    /** Department, deputy of it, departments below that the deputy is in charge of. */
    private final Map<DepartmentId, Map<String, List<DepartmentId>>> inCharge = new HashMap<>();

    DepartmentCheck(Known known, LocalDate today, Findings findings, PeopleReferences people) {
        this.known = known;
        this.today = today;
        this.findings = findings;
        this.people = people;
    }

    void add(DepartmentRow row) {
        var id = idOf(row.code());
        var before = rows.putIfAbsent(id, row);
        if (before != null) {
            wrong(row, DepartmentRow.CODE, "import-duplicate", before.row());
            return;
        }
        if (row.manager() != null) {
            people.add(row.manager(), TABLE, row.row(), DepartmentRow.MANAGER);
        }
        row.deputies().forEach(deputy -> people.add(deputy.employeeNumber(), TABLE, row.row(), DepartmentRow.DEPUTIES));
    }

    /** A row in which some cell is wrong: whom and what the others name is checked all the same. */
    void addUnsound(TableRow row) {
        row.readable(DepartmentRow.CODE, DepartmentCode::isValid)
                .ifPresent(code -> unsound.putIfAbsent(idOf(code), row));
        row.readable(DepartmentRow.MANAGER, EmployeeNumber::isValid)
                .ifPresent(manager -> people.add(manager, TABLE, row.number(), DepartmentRow.MANAGER));
    }

    boolean isUnsound(DepartmentId id) {
        return unsound.containsKey(id);
    }

    /** To be called when all rows are there. */
    void check() {
        boolean topExists = known.tree().nodes().stream().anyMatch(DepartmentCheck::isTop);
        for (var row : rows.values()) {
            var existing = known.tree().find(idOf(row.code()));
            existing.ifPresent(node -> checkExisting(row, node));
            if (row.parentCode() == null) {
                topExists = checkTop(row, existing, topExists);
            } else {
                checkParent(row, existing, idOf(row.parentCode()));
            }
        }
        unsound.values().forEach(this::checkParentOfUnsound);
        checkWaysToTop();
        rows.values().forEach(this::checkDeputyInCharge);
    }

    private void checkExisting(DepartmentRow row, DepartmentTree.Node node) {
        if (node.closedOn().isPresent()) {
            wrong(row, DepartmentRow.CODE, "import-department-closed", row.code());
        }
        if (node.kind() != row.kind()) {
            wrong(row, DepartmentRow.KIND, "import-kind-changed");
        }
    }

    private boolean checkTop(DepartmentRow row, Optional<DepartmentTree.Node> existing, boolean topExists) {
        if (existing.filter(DepartmentCheck::isTop).isPresent()) {
            return true;
        }
        if (topExists || existing.isPresent() || row.kind() == DepartmentKind.FUNCTIONAL_GROUP) {
            wrong(row, DepartmentRow.PARENT, "import-second-top");
        }
        return true;
    }

    private void checkParent(DepartmentRow row, Optional<DepartmentTree.Node> existing, DepartmentId parent) {
        if (existing.filter(DepartmentCheck::isTop).isPresent()) {
            wrong(row, DepartmentRow.PARENT, "import-top-stays");
        } else if (!exists(parent)) {
            wrong(row, DepartmentRow.PARENT, "import-unknown-department", String.valueOf(row.parentCode()));
        } else if (isUnsound(parent)) {
            return;
        } else if (kindOf(parent) == DepartmentKind.FUNCTIONAL_GROUP) {
            wrong(row, DepartmentRow.PARENT, "import-parent-is-group", String.valueOf(row.parentCode()));
        } else if (openedOn(idOf(row.code())).isBefore(openedOn(parent))) {
            wrong(
                    row,
                    DepartmentRow.OPENED_ON,
                    "import-opened-before-parent",
                    openedOn(parent).toString());
        }
    }

    private void checkParentOfUnsound(TableRow row) {
        row.readable(DepartmentRow.PARENT, DepartmentCode::isValid)
                .filter(code -> !exists(idOf(code)))
                .ifPresent(code -> row.wrong(DepartmentRow.PARENT, "import-unknown-department", code));
    }

    private void checkWaysToTop() {
        for (var row : rows.values()) {
            var self = idOf(row.code());
            var way = new LinkedHashSet<DepartmentId>(List.of(self));
            var next = parentOf(self);
            while (next.isPresent() && way.add(next.get())) {
                next = parentOf(next.get());
            }
            if (next.filter(self::equals).isPresent()) {
                wrong(row, DepartmentRow.PARENT, "import-cycle", text(way) + " → " + row.code());
            } else if (next.isEmpty() && way.size() > DepartmentTree.DEEPEST) {
                wrong(row, DepartmentRow.PARENT, "import-too-deep", DepartmentTree.DEEPEST);
            }
        }
    }

    private String text(Collection<DepartmentId> way) {
        return way.stream().map(this::codeOf).collect(Collectors.joining(" → "));
    }

    /** The nearest department above, of this file, that names the person as a deputy. */
    private void checkDeputyInCharge(DepartmentRow row) {
        var deputy = row.deputyInCharge();
        if (deputy == null) {
            return;
        }
        var above = parentOf(idOf(row.code()));
        for (int level = 0; above.isPresent() && level <= DepartmentTree.DEEPEST; level++) {
            if (isUnsound(above.get())) {
                return;
            }
            var upper = rows.get(above.get());
            if (upper != null
                    && upper.deputies().stream()
                            .anyMatch(entry -> entry.employeeNumber().equals(deputy))) {
                inCharge.computeIfAbsent(above.get(), _ -> new HashMap<>())
                        .computeIfAbsent(deputy, _ -> new ArrayList<>())
                        .add(idOf(row.code()));
                return;
            }
            above = parentOf(above.get());
        }
        wrong(row, DepartmentRow.DEPUTY_IN_CHARGE, "import-no-such-deputy", deputy);
    }

    /** What shall be, those above before those below. To be asked when nothing was found wrong. */
    List<Listed> listed() {
        return rows.values().stream()
                .sorted(Comparator.comparingInt(row -> depth(idOf(row.code()))))
                .map(row -> listed(row, inCharge.getOrDefault(idOf(row.code()), Map.of())))
                .toList();
    }

    private Listed listed(DepartmentRow row, Map<String, List<DepartmentId>> below) {
        var deputies = row.deputies().stream()
                .map(entry -> new Deputy(
                        PersonId.ofEmployeeNumber(entry.employeeNumber()),
                        new Deputy.Area(entry.area(), Optional.ofNullable(entry.areaEn())),
                        inChargeOf(row, entry.employeeNumber(), below)))
                .toList();
        return new Listed(
                new DepartmentCode(row.code()),
                row.kind(),
                new DepartmentName(row.name(), Optional.ofNullable(row.nameEn())),
                Optional.ofNullable(row.parentCode()).map(DepartmentCheck::idOf),
                new Leadership(Optional.ofNullable(row.manager()).map(PersonId::ofEmployeeNumber), deputies),
                openedOn(idOf(row.code())));
    }

    /** What the file says, and what was so before for departments that the file does not list. */
    private List<DepartmentId> inChargeOf(DepartmentRow row, String deputy, Map<String, List<DepartmentId>> below) {
        var all = new ArrayList<>(below.getOrDefault(deputy, List.of()));
        known.leaders().getOrDefault(idOf(row.code()), Leadership.VACANT).deputies().stream()
                .filter(before -> before.person().equals(PersonId.ofEmployeeNumber(deputy)))
                .flatMap(before -> before.inChargeOf().stream())
                .filter(department -> !rows.containsKey(department))
                .forEach(all::add);
        return all;
    }

    /** Whether a department exists after the import, as far as is known. */
    boolean exists(DepartmentId id) {
        return rows.containsKey(id)
                || isUnsound(id)
                || known.tree()
                        .find(id)
                        .filter(node -> node.closedOn().isEmpty())
                        .isPresent();
    }

    LocalDate openedOn(DepartmentId id) {
        return known.tree().find(id).map(DepartmentTree.Node::openedOn).orElseGet(() -> {
            var row = rows.get(id);
            return row == null || row.openedOn() == null ? today : row.openedOn();
        });
    }

    /** The tree after the import, on the first day on which all of it exists. To be asked when nothing was found wrong. */
    Branches branches() {
        var nodes = new HashMap<DepartmentId, DepartmentTree.Node>();
        known.tree().nodes().forEach(node -> nodes.put(node.id(), node));
        var day = today;
        for (var row : rows.values()) {
            var id = idOf(row.code());
            var node = node(row, Optional.ofNullable(nodes.get(id)));
            nodes.put(id, node);
            day = node.openedOn().isAfter(day) ? node.openedOn() : day;
        }
        return new DepartmentTree(nodes.values()).on(day);
    }

    private DepartmentTree.Node node(DepartmentRow row, Optional<DepartmentTree.Node> existing) {
        var id = idOf(row.code());
        Timeline<DepartmentId> before =
                existing.map(DepartmentTree.Node::parents).orElse(Timeline.empty());
        var from = existing.isPresent() ? today : openedOn(id);
        var parents = row.parentCode() == null ? before : before.with(from, idOf(row.parentCode()));
        return new DepartmentTree.Node(id, row.kind(), openedOn(id), Optional.empty(), parents);
    }

    private int depth(DepartmentId id) {
        int depth = 0;
        for (var above = parentOf(id); above.isPresent(); above = parentOf(above.get())) {
            depth++;
        }
        return depth;
    }

    private Optional<DepartmentId> parentOf(DepartmentId id) {
        var row = rows.get(id);
        if (row != null) {
            return Optional.ofNullable(row.parentCode()).map(DepartmentCheck::idOf);
        }
        return known.tree().find(id).flatMap(node -> node.parents().on(today));
    }

    private DepartmentKind kindOf(DepartmentId id) {
        var row = rows.get(id);
        return row != null
                ? row.kind()
                : known.tree().find(id).map(DepartmentTree.Node::kind).orElseThrow();
    }

    private String codeOf(DepartmentId id) {
        @Nullable DepartmentRow row = rows.get(id);
        return row == null ? "…" : row.code();
    }

    private void wrong(DepartmentRow row, String column, String code, Object... args) {
        findings.ofCell(TABLE, row.row(), column, code, args);
    }

    private static boolean isTop(DepartmentTree.Node node) {
        return node.parents().isEmpty() && node.closedOn().isEmpty();
    }

    static DepartmentId idOf(String code) {
        return DepartmentId.of(new DepartmentCode(code));
    }
}
