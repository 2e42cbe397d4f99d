package dev.keshi.workflow.engine;

import static dev.keshi.workflow.approver.Organisation.person;
import static dev.keshi.workflow.definition.ProcessXml.end;
import static dev.keshi.workflow.definition.ProcessXml.flow;
import static dev.keshi.workflow.definition.ProcessXml.process;
import static dev.keshi.workflow.definition.ProcessXml.start;
import static dev.keshi.workflow.definition.ProcessXml.task;
import static dev.keshi.workflow.definition.ProcessXml.work;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.workflow.approver.ApproverReason;
import dev.keshi.workflow.approver.ApproverReason.Kind;
import dev.keshi.workflow.approver.ApproverRule;
import dev.keshi.workflow.approver.Organisation;
import dev.keshi.workflow.approver.OwnerResolver;
import dev.keshi.workflow.approver.RoleName;
import dev.keshi.workflow.definition.WorkPriority;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What work an instance gives, and to whom. */
class GivenWorkTest {

    private static final String ONE = start("t") + task("t", "manager") + flow("t", "e");
    private static final String FORK = start("fork") + "<parallelGateway id=\"fork\"/>" + flow("fork", "a")
            + flow("fork", "b") + task("a", "person:li") + task("b", "person:sun");

    @Test
    void whatIsApprovedGivesItsWorkOnce() {
        var play = Play.of(giving(work("order", "initiator") + work("file", "deputy-in-charge")))
                .start("wang");
        assertThat(play.state().work()).isEmpty();

        play.approve("t", "li");

        assertThat(play.state().work())
                .containsExactly(
                        new GivenWork("order", "做order", person("wang"), 2, WorkPriority.NORMAL),
                        new GivenWork("file", "做file", person("sun"), 2, WorkPriority.NORMAL));
        assertThat(play.events()).endsWith("TokenEnded", "InstanceCompleted", "WorkGiven", "WorkGiven");
        assertThat(play.history())
                .allMatch(entry -> !(entry.event() instanceof InstanceEvent.WorkGiven) || entry.by() == null);
        assertThat(ProcessInstance.replayed(play.history()).state()).isEqualTo(play.state());
    }

    @Test
    void whatIsNotApprovedGivesNone() {
        var xml = giving(work("order", "initiator"));

        assertThat(Play.of(xml).start("wang").reject("t", "li").state().work()).isEmpty();
        assertThat(Play.of(xml).start("wang").withdraw("wang").state().work()).isEmpty();
        assertThat(Play.of(xml)
                        .start("wang")
                        .handle(new InstanceCommand.Terminate(person("zhao"), Remark.none()))
                        .state()
                        .work())
                .isEmpty();
    }

    /** A rejection may go on to an end of its own, which says that work is given: it is a rejection all the same. */
    @Test
    void aRejectionThatGoesOnGivesNoneEither() {
        var xml = process(start("t") + task("t", "manager") + flow("t", "g")
                + "<exclusiveGateway id=\"g\" default=\"g-no\"/>" + flow("g", "yes", "outcome = \"approved\"")
                + flow("g", "no") + end("yes", work("buy", "initiator")) + end("no", work("tell", "initiator")));

        assertThat(Play.of(xml).start("wang").reject("t", "li").state().work()).isEmpty();
        assertThat(ids(Play.of(xml).start("wang").approve("t", "li"))).containsExactly("buy");
    }

    @Test
    void eachEndThatIsReachedGivesItsOwnWhenAllIsApproved() {
        var xml = process(FORK
                + flow("a", "e")
                + flow("b", "f")
                + end("e", work("first", "initiator"))
                + end("f", work("second", "initiator")));

        var play = Play.of(xml).start("wang").approve("b", "sun");
        assertThat(play.state().work()).isEmpty();
        assertThat(ids(play.approve("a", "li"))).containsExactly("first", "second");
        assertThat(ids(Play.of(xml).start("wang").approve("b", "sun").reject("a", "li")))
                .isEmpty();
    }

    @Test
    void anEndThatTwoPathsComeToGivesItsWorkOnce() {
        var xml = process(FORK + flow("a", "e") + flow("b", "e") + end("e", work("order", "initiator")));

        assertThat(ids(Play.of(xml).start("wang").approve("b", "sun").approve("a", "li")))
                .containsExactly("order");
    }

    @Test
    void aTerminateEndGivesItsWorkAndThatOfEndsReachedBefore() {
        var stop = "<endEvent id=\"stop\"><extensionElements>" + work("now", "initiator")
                + "</extensionElements><terminateEventDefinition/></endEvent>";
        var xml = process(FORK + flow("a", "stop") + stop + flow("b", "e") + end("e", work("order", "initiator")));

        assertThat(ids(Play.of(xml).start("wang").approve("a", "li"))).containsExactly("now");
        assertThat(ids(Play.of(xml).start("wang").approve("b", "sun").approve("a", "li")))
                .containsExactly("now", "order");
    }

    @Test
    void whatNobodyHasToApproveGivesItsWorkAtOnce() {
        var xml = process(start("e") + end("e", work("order", "initiator")));

        assertThat(ids(Play.of(xml).start("wang"))).containsExactly("order");
    }

    @ParameterizedTest
    @CsvSource({
        "manager, li",
        "deputy-in-charge, sun",
        "levels-up:1, li",
        "levels-up:2, zhao",
        "initiator, wang",
        "person:hr2, hr2",
        "person:gone, wang",
        "levels-up:9, wang",
        "role:NOBODY, wang"
    })
    void theOwnerIsFoundByTheWordsOfApproversAndWhereNobodyIsItIsTheInitiator(String rule, String owner) {
        var play = Play.of(giving(work("order", rule))).start("wang").approve("t", "li");

        assertThat(play.state().work()).extracting(GivenWork::owner).containsExactly(person(owner));
    }

    /** The one who is there when it is approved counts, not the one who was when it was asked for. */
    @Test
    void theOwnerIsLookedForWhenItIsApproved() {
        var play = Play.of(giving(work("order", "deputy-in-charge"))).start("wang");
        play.organisation.leave("sun");

        play.approve("t", "li");

        assertThat(play.state().work()).extracting(GivenWork::owner).containsExactly(person("wang"));
        assertThat(reason(play).findings())
                .extracting(ApproverReason.Finding::kind)
                .containsExactly(Kind.NOBODY_FOUND, Kind.INITIATOR);
    }

    @Test
    void ofSeveralHoldersOfARoleOneIsDrawnTheSameForTheSameWork() {
        var owners = new OwnerResolver(Organisation.usual());
        var rule = new ApproverRule.HoldersOf(new RoleName("HR"));

        var drawn = IntStream.range(0, 200)
                .mapToObj(number -> owners.resolve(rule, person("wang"), "r" + number + "/order")
                        .person())
                .collect(Collectors.groupingBy(owner -> owner, Collectors.counting()));

        assertThat(drawn).containsOnlyKeys(person("hr1"), person("hr2"));
        assertThat(drawn.values()).allMatch(times -> times > 60);
        assertThat(owners.resolve(rule, person("wang"), "r1/order"))
                .isEqualTo(owners.resolve(rule, person("wang"), "r1/order"));
        assertThat(owners.resolve(rule, person("wang"), "r1/order").reason().findings())
                .extracting(ApproverReason.Finding::kind)
                .containsExactly(Kind.HOLDERS_OF, Kind.ONE_OF_HOLDERS);
    }

    private static ApproverReason reason(Play play) {
        return play.history().stream()
                .map(HistoryEntry::event)
                .filter(InstanceEvent.WorkGiven.class::isInstance)
                .map(event -> ((InstanceEvent.WorkGiven) event).reason())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(Play play) {
        return play.state().work().stream().map(GivenWork::id).toList();
    }

    private static byte[] giving(String work) {
        return process(ONE + end("e", work));
    }
}
