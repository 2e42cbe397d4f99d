package dev.keshi.org.department.web;

import dev.keshi.org.PersonId;
import dev.keshi.org.department.DepartmentCode;
import dev.keshi.org.department.DepartmentCommand;
import dev.keshi.org.department.DepartmentId;
import dev.keshi.org.department.DepartmentKind;
import dev.keshi.org.department.DepartmentName;
import dev.keshi.org.department.Deputy;
import dev.keshi.org.department.Leadership;
import dev.keshi.service.text.WrittenText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What callers send about departments. A day that is left out is today. */
final class DepartmentRequests {

    private static final int ID = 64;
    private static final int NAME = 100;

    private DepartmentRequests() {}

    record OpenDepartment(
            @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
            String code,

            @Nullable DepartmentKind kind,

            @NotNull @Size(min = 1, max = NAME) @Pattern(regexp = WrittenText.ONE_LINE)
            String name,

            @Nullable @Size(min = 1, max = NAME) @Pattern(regexp = WrittenText.ONE_LINE)
            String nameEn,

            @Nullable @Size(min = 1, max = ID) String parentId,
            @Nullable @Size(min = 1, max = ID) String managerId,
            @Nullable LocalDate openedOn) {

        DepartmentCommand.Open toCommand(LocalDate today) {
            return new DepartmentCommand.Open(
                    new DepartmentCode(code),
                    Optional.ofNullable(kind).orElse(DepartmentKind.DEPARTMENT),
                    new DepartmentName(name, Optional.ofNullable(nameEn)),
                    Optional.ofNullable(parentId).map(DepartmentId::new),
                    new Leadership(Optional.ofNullable(managerId).map(PersonId::new), List.of()),
                    Optional.ofNullable(openedOn).orElse(today));
        }
    }

    record RenameDepartment(
            @NotNull @Size(min = 1, max = NAME) @Pattern(regexp = WrittenText.ONE_LINE)
            String name,

            @Nullable @Size(min = 1, max = NAME) @Pattern(regexp = WrittenText.ONE_LINE)
            String nameEn,

            @Nullable LocalDate effectiveOn) {

        DepartmentCommand.Rename toCommand(DepartmentId id, LocalDate today) {
            return new DepartmentCommand.Rename(
                    id, new DepartmentName(name, Optional.ofNullable(nameEn)), from(effectiveOn, today));
        }
    }

    record MoveDepartment(
            @NotNull @Size(min = 1, max = ID) String parentId,
            @Nullable LocalDate effectiveOn) {

        DepartmentCommand.Move toCommand(DepartmentId id, LocalDate today) {
            return new DepartmentCommand.Move(id, new DepartmentId(parentId), from(effectiveOn, today));
        }
    }

    /** Without a person the place becomes vacant. */
    record AppointManager(
            @Nullable @Size(min = 1, max = ID) String personId,
            @Nullable LocalDate effectiveOn) {

        DepartmentCommand.AppointManager toCommand(DepartmentId id, LocalDate today) {
            return new DepartmentCommand.AppointManager(
                    id, Optional.ofNullable(personId).map(PersonId::new), from(effectiveOn, today));
        }
    }

    /** All deputies from that day on. */
    record AppointDeputies(
            @NotNull @Size(max = 50) List<@Valid @NotNull DeputyEntry> deputies,
            @Nullable LocalDate effectiveOn) {

        DepartmentCommand.AppointDeputies toCommand(DepartmentId id, LocalDate today) {
            return new DepartmentCommand.AppointDeputies(
                    id, deputies.stream().map(DeputyEntry::toDeputy).toList(), from(effectiveOn, today));
        }
    }

    record DeputyEntry(
            @NotNull @Size(min = 1, max = ID) String personId,

            @NotNull @Size(min = 1, max = NAME) @Pattern(regexp = WrittenText.ONE_LINE)
            String area,

            @Nullable @Size(min = 1, max = NAME) @Pattern(regexp = WrittenText.ONE_LINE)
            String areaEn,

            @Nullable @Size(max = 200) List<@NotNull @Size(min = 1, max = ID) String> inChargeOf) {

        Deputy toDeputy() {
            return new Deputy(
                    new PersonId(personId),
                    new Deputy.Area(area, Optional.ofNullable(areaEn)),
                    Optional.ofNullable(inChargeOf).orElse(List.of()).stream()
                            .distinct()
                            .map(DepartmentId::new)
                            .toList());
        }
    }

    record CloseDepartment(@Nullable LocalDate closedOn) {

        DepartmentCommand.Close toCommand(DepartmentId id, LocalDate today) {
            return new DepartmentCommand.Close(id, from(closedOn, today));
        }
    }

    private static LocalDate from(@Nullable LocalDate day, LocalDate today) {
        return day == null ? today : day;
    }
}
