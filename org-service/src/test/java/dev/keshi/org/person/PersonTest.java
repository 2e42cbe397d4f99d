package dev.keshi.org.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keshi.org.PersonId;
import dev.keshi.org.department.DepartmentId;
import dev.keshi.org.person.PersonEvent.DetailsChanged;
import dev.keshi.org.person.PersonEvent.Hired;
import dev.keshi.org.person.PersonEvent.ReportingLineChanged;
import dev.keshi.org.person.PersonEvent.Separated;
import dev.keshi.org.person.PersonEvent.Transferred;
import dev.keshi.org.position.PositionId;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate LATER = TODAY.plusDays(20);
    private static final PersonDetails DETAILS = new PersonDetails(
            "张伟", Optional.of("zhang.wei@keshi.example"), Optional.of("+86 138 0000 0000"), Optional.of("zhang.wei"));
    private static final Assignment OPERATIONS =
            new Assignment(new DepartmentId("ops"), Optional.of(new PositionId("assistant")), Optional.empty());
    private static final Assignment FINANCE =
            new Assignment(new DepartmentId("fin"), Optional.empty(), Optional.empty());

    @Test
    void whoIsHiredIsToldWithPlaceAndDetails() {
        var day = TODAY.minusYears(2);
        var person = hiredOn(day);

        assertThat(person.takeEvents())
                .containsExactly(new Hired(person.id(), new EmployeeNumber("100245"), DETAILS, OPERATIONS, day));
    }

    @Test
    void whoWillJoinLaterIsToldOnTheFirstDay() {
        var person = hiredOn(LATER);
        assertThat(person.takeEvents()).isEmpty();
        assertThat(PersonDocument.of(person).departmentId()).isNull();

        person.comeIntoForce(LATER);

        assertThat(person.takeEvents()).hasSize(1).first().isInstanceOf(Hired.class);
        assertThat(PersonDocument.of(person).departmentId()).isEqualTo("ops");
    }

    @Test
    void aTransferHoldsFromItsDay() {
        var person = hired();

        person.transfer(FINANCE, LATER, TODAY);
        assertThat(person.takeEvents()).isEmpty();
        assertThat(PersonDocument.of(person).departmentId()).isEqualTo("ops");
        person.comeIntoForce(LATER);

        assertThat(person.takeEvents()).containsExactly(new Transferred(person.id(), FINANCE, LATER));
        assertThat(PersonDocument.of(person).departmentId()).isEqualTo("fin");
        assertThat(person.state().assignments().on(TODAY)).hasValue(OPERATIONS);
    }

    @Test
    void anotherSuperiorInTheSamePlaceIsNoTransfer() {
        var person = hired();
        var li = Optional.of(new PersonId("li"));

        person.reportTo(li, TODAY, TODAY);

        assertThat(person.takeEvents()).containsExactly(new ReportingLineChanged(person.id(), li, TODAY));
    }

    @Test
    void theSameAgainChangesNothing() {
        var person = hired();

        person.transfer(OPERATIONS, TODAY, TODAY);
        person.changeDetails(DETAILS, TODAY);

        assertThat(person.takeEvents()).isEmpty();
    }

    @Test
    void detailsHoldAtOnce() {
        var person = hired();
        var renamed = new PersonDetails("张卫", Optional.empty(), Optional.empty(), Optional.empty());

        person.changeDetails(renamed, TODAY);

        assertThat(person.takeEvents()).containsExactly(new DetailsChanged(person.id(), renamed));
    }

    @Test
    void whoHasLeftIsNowhereAndTakesNoChange() {
        var person = hired();
        person.separate(TODAY, TODAY);

        assertThat(person.takeEvents()).containsExactly(new Separated(person.id(), TODAY));
        assertThat(PersonDocument.of(person).departmentId()).isNull();
        assertThatExceptionOfType(PersonProblem.NotEmployed.class)
                .isThrownBy(() -> person.transfer(FINANCE, TODAY, TODAY));
        assertThatExceptionOfType(PersonProblem.NotEmployed.class).isThrownBy(() -> person.separate(TODAY, TODAY));
    }

    @Test
    void nobodyLeavesBeforeWhatIsPlanned() {
        var person = hired();
        person.transfer(FINANCE, LATER, TODAY);

        assertThatExceptionOfType(PersonProblem.HasPlans.class).isThrownBy(() -> person.separate(LATER, TODAY));
    }

    @Test
    void historyIsNotRewritten() {
        var person = hired();
        person.transfer(FINANCE, TODAY.minusDays(5), TODAY);

        assertThatExceptionOfType(PersonProblem.BeforeKnownFact.class)
                .isThrownBy(() -> person.transfer(OPERATIONS, TODAY.minusDays(6), TODAY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-at.example",
                "two@@keshi.example",
                "dot.@keshi.example",
                "a..b@keshi.example",
                "space in@keshi.example",
                "nodomain@",
                "@keshi.example",
                "a@localhost",
                "a@-keshi.example",
                "<script>@keshi.example",
                "+formula@keshi.example"
            })
    void aWrongEmailAddressCannotExist(String email) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PersonDetails("张伟", Optional.of(email), Optional.empty(), Optional.empty()))
                .withMessageNotContaining(email);
    }

    private static Person hired() {
        var person = hiredOn(TODAY.minusYears(2));
        person.takeEvents();
        return person;
    }

    private static Person hiredOn(LocalDate day) {
        return Person.hire(new PersonCommand.Hire(new EmployeeNumber("100245"), DETAILS, OPERATIONS, day, day), TODAY);
    }
}
