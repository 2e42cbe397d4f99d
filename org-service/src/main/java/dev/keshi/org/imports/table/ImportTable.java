package dev.keshi.org.imports.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The files an import is made of, with their columns. The order is that in which they are carried out. */
public enum ImportTable {
    DEPARTMENTS(
            20_000,
            List.of(
                    Column.required("code", "部门编码", 40),
                    Column.required("name", "部门名称", 100),
                    Column.optional("nameEn", "英文名称", 100),
                    Column.optional("kind", "类型", 40),
                    Column.optional("parentCode", "上级部门编码", 40),
                    Column.optional("manager", "负责人工号", 40),
                    Column.optional("deputies", "副职及分管领域", 4_000),
                    Column.optional("deputyInCharge", "分管副职工号", 40),
                    Column.optional("openedOn", "成立日期", 20))),
    POSITIONS(
            20_000,
            List.of(
                    Column.required("code", "岗位编码", 40),
                    Column.required("title", "岗位名称", 100),
                    Column.optional("titleEn", "英文名称", 100),
                    Column.optional("departmentCode", "所属部门编码", 40),
                    Column.optional("headcount", "编制", 20),
                    Column.optional("template", "岗位模板", 60))),
    PEOPLE(
            200_000,
            List.of(
                    Column.required("employeeNumber", "工号", 40),
                    Column.required("name", "姓名", 60),
                    Column.required("departmentCode", "部门编码", 40),
                    Column.optional("positionCode", "岗位编码", 40),
                    Column.optional("reportsTo", "汇报对象工号", 40),
                    Column.optional("email", "邮箱", 254),
                    Column.phone("phone", "电话", 30),
                    Column.optional("loginName", "登录名", 40),
                    Column.optional("roles", "角色", 100),
                    Column.required("hiredOn", "入职日期", 20),
                    Column.optional("separatedOn", "离职日期", 20)));

    private final int mostRows;
    private final List<Column> columns;

    ImportTable(int mostRows, List<Column> columns) {
        this.mostRows = mostRows;
        this.columns = columns;
    }

    public int mostRows() {
        return mostRows;
    }

    public List<Column> columns() {
        return columns;
    }

    /** Name on the wire: {@code departments}, {@code positions}, {@code people}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The table that is carried out after this one. */
    public Optional<ImportTable> next() {
        return switch (this) {
            case DEPARTMENTS -> Optional.of(POSITIONS);
            case POSITIONS -> Optional.of(PEOPLE);
            case PEOPLE -> Optional.empty();
        };
    }

    public static Optional<ImportTable> named(String wireName) {
        return List.of(values()).stream()
                .filter(table -> table.wireName().equals(wireName))
                .findFirst();
    }

    /** @throws IllegalArgumentException when the table has no such column */
    public int indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name() + " has no column " + column);
    }

    /** Which column a header means: its English or Chinese name, however spaced or capitalised. */
    Optional<Integer> meantBy(String header) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).isCalled(header)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
