package dev.keshi.workflow.approver;

import static dev.keshi.workflow.approver.Organisation.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keshi.workflow.approver.ApproverReason.Finding;
import dev.keshi.workflow.approver.ApproverReason.Kind;
import dev.keshi.workflow.approver.ApproverResolver.Question;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApproverResolverTest {

    private final Organisation organisation = Organisation.usual();

    @Test
    void theManagerOfTheInitiatorsDepartmentIsAsked() {
        assertThat(resolve("manager", "wang"))
                .isEqualTo(new Resolution.Ask(
                        person("li"),
                        ApproverReason.of(new ApproverRule.Manager()).and(Kind.MANAGER_OF, "ops")));
    }

    @ParameterizedTest
    @CsvSource({"wang,sun,ops", "li,sun,ops", "wu,sun,ops"})
    void theDeputyInChargeIsFoundByWalkingUp(String initiator, String deputy, String department) {
        var resolution = resolve("deputy-in-charge", initiator);

        assertThat(resolution)
                .isInstanceOfSatisfying(
                        Resolution.Ask.class, ask -> assertThat(ask.person()).isEqualTo(person(deputy)));
        assertThat(resolution.reason().findings()).contains(new Finding(Kind.DEPUTY_IN_CHARGE_OF, department));
    }

    @Test
    void theNearestDeputyInChargeWins() {
        organisation
                .department(
                        "ops",
                        "head",
                        "li",
                        new Department.Deputy(person("qian"), Set.of(new DepartmentId("planning"))))
                .employ("qian", "ops");

        assertThat(asked("deputy-in-charge", "wu")).isEqualTo("qian");
        assertThat(asked("deputy-in-charge", "wang")).isEqualTo("sun");
    }

    @ParameterizedTest
    @CsvSource({"wu,1,chen", "wu,2,li", "wu,3,zhao", "chen,1,li", "wang,1,li", "li,1,zhao"})
    void levelsAreCountedAlongTheReportingLine(String initiator, int levels, String superior) {
        assertThat(asked("levels-up:" + levels, initiator)).isEqualTo(superior);
    }

    @Test
    void aReportingLineByNameGoesBeforeTheDepartment() {
        organisation.reports("wu", "wang");

        assertThat(asked("levels-up:1", "wu")).isEqualTo("wang");
        assertThat(asked("levels-up:2", "wu")).isEqualTo("li");
    }

    @Test
    void aCircleOfSuperiorsEndsWithoutHangingAndNeverAtTheInitiator() {
        organisation.reports("wang", "wu").reports("wu", "wang");

        assertThat(resolve("levels-up:2", "wang").reason().findings()).contains(new Finding(Kind.IS_INITIATOR, "wang"));
        assertThat(asked("levels-up:2", "wang")).isEqualTo("wu");
    }

    @Test
    void aCircleOfDepartmentsEndsWithoutHanging() {
        organisation.department("head", "planning", null).department("ops", "head", null);

        assertThat(resolve("deputy-in-charge", "wang")).isInstanceOf(Resolution.AskAdministrator.class);
    }

    @Test
    void theHoldersOfARoleAreOfferedTheTaskWithoutTheInitiator() {
        assertThat(resolve("role:HR", "wang"))
                .isInstanceOfSatisfying(
                        Resolution.Offer.class,
                        offer -> assertThat(offer.candidates()).containsExactly(person("hr1"), person("hr2")));
        assertThat(resolve("role:HR", "hr1"))
                .isInstanceOfSatisfying(
                        Resolution.Offer.class,
                        offer -> assertThat(offer.candidates()).containsExactly(person("hr2")));
    }

    @Test
    void theOnlyHolderOfARoleIsReplacedWhenAskingForThemselves() {
        organisation.role("HR", "hr1");

        assertThat(asked("role:HR", "hr1")).isEqualTo("zhao");
    }

    @Test
    void aRoleOfHundredsNeedsAChoice() {
        hold("EMPLOYEE", ApproverResolver.MAX_CANDIDATES + 1);

        assertThat(resolve("role:EMPLOYEE", "wang").reason().findings())
                .contains(new Finding(Kind.TOO_MANY_HOLDERS, "EMPLOYEE"));
    }

    @Test
    void theInitiatorIsNotOneTooMany() {
        hold("EMPLOYEE", ApproverResolver.MAX_CANDIDATES + 1);

        assertThat(resolve("role:EMPLOYEE", "p0"))
                .isInstanceOfSatisfying(
                        Resolution.Offer.class,
                        offer -> assertThat(offer.candidates())
                                .hasSize(ApproverResolver.MAX_CANDIDATES)
                                .doesNotContain(person("p0")));

        hold("EMPLOYEE", ApproverResolver.MAX_CANDIDATES + 2);

        assertThat(resolve("role:EMPLOYEE", "p0")).isInstanceOf(Resolution.AskAdministrator.class);
    }

    private void hold(String role, int people) {
        var many = IntStream.range(0, people).mapToObj(i -> "p" + i).toArray(String[]::new);
        for (var id : many) {
            organisation.employ(id, "ops");
        }
        organisation.role(role, many);
    }

    @Test
    void aVacantPlaceOrSomeoneWhoLeftIsNobody() {
        organisation.leave("li");

        assertThat(resolve("manager", "wang")).isInstanceOf(Resolution.AskAdministrator.class);
        assertThat(resolve("person:gone", "wang")).isInstanceOf(Resolution.AskAdministrator.class);
        assertThat(resolve("role:NONE", "wang")).isInstanceOf(Resolution.AskAdministrator.class);
        assertThat(resolve("levels-up:9", "wang")).isInstanceOf(Resolution.AskAdministrator.class);
    }

    @Test
    void theProcessSaysWhatFollowsWhenNobodyIsFound() {
        organisation.leave("li");

        assertThat(withNobody("pass")).isInstanceOf(Resolution.Pass.class);
        assertThat(withNobody("reject")).isInstanceOf(Resolution.Reject.class);
        assertThat(withNobody("person:sun"))
                .isInstanceOfSatisfying(
                        Resolution.Ask.class, ask -> assertThat(ask.person()).isEqualTo(person("sun")));
        assertThat(withNobody("person:gone")).isInstanceOf(Resolution.AskAdministrator.class);
        assertThat(withNobody("person:wang")).isInstanceOf(Resolution.AskAdministrator.class);
    }

    @ParameterizedTest
    @CsvSource({
        "li,SELF,li",
        "li,SUPERIOR,zhao",
        "li,DEPARTMENT_HEAD,zhao",
        "chen,SUPERIOR,li",
        "chen,DEPARTMENT_HEAD,li"
    })
    void aManagerWhoAsksIsDecidedByAnother(String initiator, WhenInitiator policy, String expected) {
        assertThat(resolve(with("manager", policy, WhenSamePerson.AGAIN), initiator, Set.of(), null))
                .isInstanceOfSatisfying(
                        Resolution.Ask.class, ask -> assertThat(ask.person()).isEqualTo(person(expected)));
    }

    @Test
    void aManagerWhoAsksMayBePassedOver() {
        assertThat(resolve(with("manager", WhenInitiator.SKIP, WhenSamePerson.AGAIN), "li", Set.of(), null))
                .isInstanceOf(Resolution.Pass.class);
    }

    @Test
    void whoLeadsTheEnterpriseHasNoSuperior() {
        assertThat(resolve("manager", "zhao")).isInstanceOf(Resolution.AskAdministrator.class);
    }

    @Test
    void thePersonWhoApprovedBeforeIsAskedAgainOrNot() {
        var li = Set.of(person("li"));

        assertThat(resolve(with("manager", WhenInitiator.SELF, WhenSamePerson.AGAIN), "wang", li, "li"))
                .isInstanceOf(Resolution.Ask.class);
        assertThat(resolve(with("manager", WhenInitiator.SELF, WhenSamePerson.ONCE), "wang", li, "sun"))
                .isInstanceOf(Resolution.Pass.class);
        assertThat(resolve(with("manager", WhenInitiator.SELF, WhenSamePerson.SKIP_CONSECUTIVE), "wang", li, "li"))
                .isInstanceOf(Resolution.Pass.class);
        assertThat(resolve(with("manager", WhenInitiator.SELF, WhenSamePerson.SKIP_CONSECUTIVE), "wang", li, "sun"))
                .isInstanceOf(Resolution.Ask.class);
    }

    @Test
    void theInitiatorIsAskedWhenTheProcessSaysSo() {
        assertThat(asked("initiator", "wang")).isEqualTo("wang");
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "deputy-in-charge", "role:HR", "levels-up:10", "initiator", "person:p1"})
    void aRuleIsWrittenAsItIsRead(String text) {
        assertThat(ApproverRule.parse(text).orElseThrow().text()).isEqualTo(text);
    }

    @Test
    void levelsAreBounded() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ApproverRule.LevelsUp(0));
        assertThat(ApproverRule.parse("levels-up:11")).isEmpty();
    }

    private String asked(String rule, String initiator) {
        return ((Resolution.Ask) resolve(rule, initiator)).person().value();
    }

    private Resolution resolve(String rule, String initiator) {
        return resolve(ApprovalPolicy.of(ApproverRule.parse(rule).orElseThrow()), initiator, Set.of(), null);
    }

    private Resolution withNobody(String policy) {
        var whenNobody = WhenNobody.parse(policy).orElseThrow();
        return resolve(
                new ApprovalPolicy(new ApproverRule.Manager(), whenNobody, WhenInitiator.SELF, WhenSamePerson.AGAIN),
                "wang",
                Set.of(),
                null);
    }

    private static ApprovalPolicy with(String rule, WhenInitiator initiator, WhenSamePerson same) {
        return new ApprovalPolicy(
                ApproverRule.parse(rule).orElseThrow(), new WhenNobody.Administrator(), initiator, same);
    }

    private Resolution resolve(ApprovalPolicy policy, String initiator, Set<PersonId> approved, String last) {
        return new ApproverResolver(organisation)
                .resolve(policy, new Question(person(initiator), approved, last == null ? null : person(last)));
    }
}
