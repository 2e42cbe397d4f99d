package dev.keshi.org.department;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keshi.org.PersonId;
import dev.keshi.org.department.DepartmentEvent.Closed;
import dev.keshi.org.department.DepartmentEvent.LeadershipChanged;
import dev.keshi.org.department.DepartmentEvent.Moved;
import dev.keshi.org.department.DepartmentEvent.Opened;
import dev.keshi.org.department.DepartmentEvent.Renamed;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DepartmentTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final DepartmentId GROUP = new DepartmentId("group");
    private static final DepartmentId PLANT = new DepartmentId("plant");
    private static final DepartmentName NAME = new DepartmentName("运营管理部", Optional.of("Operations"));
    private static final DepartmentName OTHER = new DepartmentName("运营中心", Optional.empty());
    private static final PersonId LI = new PersonId("li");

    @Test
    void openingTellsNamePlaceAndDay() {
        var department = openedOn(TODAY.minusYears(1));

        assertThat(department.takeEvents()).singleElement().satisfies(event -> {
            var opened = (Opened) event;
            assertThat(opened.name()).isEqualTo(NAME);
            assertThat(opened.parent()).hasValue(GROUP);
            assertThat(opened.on()).isEqualTo(TODAY.minusYears(1));
        });
    }

    @Test
    void aChangeForALaterDayIsToldWhenThatDayHasCome() {
        var department = opened();
        var first = TODAY.plusDays(10);

        department.rename(OTHER, first, TODAY);
        department.move(PLANT, first, TODAY);
        assertThat(department.takeEvents()).isEmpty();
        assertThat(department.nextDue()).hasValue(first);
        assertThat(department.state().names().on(TODAY)).hasValue(NAME);

        department.comeIntoForce(first.minusDays(1));
        assertThat(department.takeEvents()).isEmpty();
        department.comeIntoForce(first.plusDays(3));
        var id = department.state().id();
        assertThat(department.takeEvents()).containsExactly(new Renamed(id, OTHER, first), new Moved(id, PLANT, first));
        assertThat(department.nextDue()).isEmpty();
    }

    @Test
    void whatHasComeIntoForceIsToldOnce() {
        var department = opened();
        department.rename(OTHER, TODAY.plusDays(1), TODAY);

        department.comeIntoForce(TODAY.plusDays(1));
        department.comeIntoForce(TODAY.plusDays(1));

        assertThat(department.takeEvents()).hasSize(1);
    }

    @Test
    void whatIsDueIsToldBeforeTheNextChange() {
        var department = opened();
        department.rename(OTHER, TODAY.plusDays(1), TODAY);

        department.appointManager(Optional.of(LI), TODAY.plusDays(2), TODAY.plusDays(2));

        var events = department.takeEvents();
        assertThat(events).hasSize(2);
        assertThat(events.getFirst()).isInstanceOf(Renamed.class);
        assertThat(events.getLast()).isInstanceOf(LeadershipChanged.class);
    }

    @Test
    void historyIsNotRewritten() {
        var department = opened();
        department.rename(OTHER, TODAY.minusDays(10), TODAY);

        assertThatExceptionOfType(DepartmentProblem.BeforeKnownFact.class)
                .isThrownBy(() -> department.rename(NAME, TODAY.minusDays(20), TODAY));
    }

    @Test
    void theSameAgainChangesNothing() {
        var department = opened();

        department.rename(NAME, TODAY, TODAY);
        department.move(GROUP, TODAY, TODAY);

        assertThat(department.takeEvents()).isEmpty();
    }

    @Test
    void deputiesStayWhenTheManagerChanges() {
        var department = opened();
        var deputy =
                new Deputy(new PersonId("wang"), new Deputy.Area("生产制造", Optional.of("Manufacturing")), List.of(PLANT));
        department.appointDeputies(List.of(deputy), TODAY, TODAY);
        department.takeEvents();

        department.appointManager(Optional.of(LI), TODAY, TODAY);

        var leaders = new Leadership(Optional.of(LI), List.of(deputy));
        assertThat(department.takeEvents())
                .containsExactly(new LeadershipChanged(department.state().id(), leaders, TODAY));
    }

    @Test
    void aClosedDepartmentTakesNoChange() {
        var department = opened();
        department.close(TODAY, Optional.empty(), TODAY);
        assertThat(department.takeEvents())
                .containsExactly(new Closed(department.state().id(), TODAY, Optional.empty()));

        assertThatExceptionOfType(DepartmentProblem.NotOpen.class)
                .isThrownBy(() -> department.rename(OTHER, TODAY, TODAY));
        assertThatExceptionOfType(DepartmentProblem.NotOpen.class)
                .isThrownBy(() -> department.close(TODAY, Optional.empty(), TODAY));
    }

    @Test
    void aDepartmentWithPlansIsNotClosed() {
        var department = opened();
        department.rename(OTHER, TODAY.plusDays(5), TODAY);

        assertThatExceptionOfType(DepartmentProblem.StillInUse.class)
                .isThrownBy(() -> department.close(TODAY.plusDays(5), Optional.empty(), TODAY));
    }

    @Test
    void theTopStaysWhereItIs() {
        var top = Department.open(
                new DepartmentCommand.Open(
                        new DepartmentCode("TOP"),
                        DepartmentKind.DEPARTMENT,
                        NAME,
                        Optional.empty(),
                        Leadership.VACANT,
                        TODAY),
                TODAY);

        assertThatExceptionOfType(DepartmentProblem.IsTop.class).isThrownBy(() -> top.move(GROUP, TODAY, TODAY));
        assertThatExceptionOfType(DepartmentProblem.IsTop.class)
                .isThrownBy(() -> top.close(TODAY, Optional.empty(), TODAY));
    }

    @Test
    void aDepartmentThatOpensLaterIsToldLaterWithWhatHoldsThen() {
        var day = TODAY.plusDays(30);
        var department = openedOn(day);
        assertThat(department.takeEvents()).isEmpty();

        department.rename(OTHER, day, TODAY);
        assertThat(department.takeEvents()).isEmpty();
        department.comeIntoForce(day);

        assertThat(department.takeEvents())
                .singleElement()
                .satisfies(event -> assertThat(((Opened) event).name()).isEqualTo(OTHER));
    }

    private static Department opened() {
        var department = openedOn(TODAY.minusYears(1));
        department.takeEvents();
        return department;
    }

    private static Department openedOn(LocalDate day) {
        return Department.open(
                new DepartmentCommand.Open(
                        new DepartmentCode("OPS"),
                        DepartmentKind.DEPARTMENT,
                        NAME,
                        Optional.of(GROUP),
                        Leadership.VACANT,
                        day),
                TODAY);
    }
}
