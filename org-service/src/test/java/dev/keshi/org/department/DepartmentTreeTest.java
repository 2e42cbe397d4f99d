package dev.keshi.org.department;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keshi.org.department.DepartmentTree.Node;
import dev.keshi.org.timeline.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DepartmentTreeTest {

    private static final LocalDate START = LocalDate.of(2020, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 1, 1);

    private final DepartmentTree tree = new DepartmentTree(List.of(
            node("top", Timeline.empty()),
            node("a", under("top")),
            node("a1", under("a")),
            node("a11", under("a1")),
            node("b", under("top"))));

    @Test
    void aBranchIsADepartmentWithAllBelow() {
        assertThat(tree.on(TODAY).withAllBelow(id("a"))).containsExactlyInAnyOrder(id("a"), id("a1"), id("a11"));
        assertThat(tree.on(TODAY).ancestors(id("a11"))).containsExactly(id("a1"), id("a"), id("top"));
        assertThat(tree.on(TODAY).isBelow(id("a11"), id("a"))).isTrue();
        assertThat(tree.on(TODAY).isBelow(id("b"), id("a"))).isFalse();
    }

    @Test
    void beforeItsFirstDayADepartmentIsNotThere() {
        assertThat(tree.on(START.minusDays(1)).contains(id("a"))).isFalse();
    }

    @Test
    void movingADepartmentTakesAllBelowAlong() {
        var after = tree.moved(id("a1"), id("b"), TODAY);

        assertThat(after.on(TODAY).ancestors(id("a11"))).containsExactly(id("a1"), id("b"), id("top"));
        assertThat(after.on(TODAY.minusDays(1)).ancestors(id("a11"))).containsExactly(id("a1"), id("a"), id("top"));
    }

    @Test
    void nothingMovesBelowItself() {
        assertThatExceptionOfType(DepartmentProblem.WouldBeCycle.class)
                .isThrownBy(() -> tree.moved(id("a"), id("a11"), TODAY));
        assertThatExceptionOfType(DepartmentProblem.WouldBeCycle.class)
                .isThrownBy(() -> tree.moved(id("a"), id("a"), TODAY));
    }

    @Test
    void aMoveThatWouldBeACycleOnlyWithAPlannedOneIsRefused() {
        var planned = tree.moved(id("b"), id("a11"), NEXT_YEAR);

        assertThatExceptionOfType(DepartmentProblem.WouldBeCycle.class)
                .isThrownBy(() -> planned.moved(id("a1"), id("b"), TODAY));
    }

    @Test
    void nothingStandsBelowAGroupOrAClosedDepartment() {
        var group = tree.with(new Node(id("g"), DepartmentKind.FUNCTIONAL_GROUP, START, Optional.empty(), under("a")));
        var closed =
                tree.with(new Node(id("c"), DepartmentKind.DEPARTMENT, START, Optional.of(NEXT_YEAR), under("top")));

        assertThatExceptionOfType(DepartmentProblem.ParentIsGroup.class)
                .isThrownBy(() -> group.moved(id("b"), id("g"), TODAY));
        assertThatExceptionOfType(DepartmentProblem.ParentMissing.class)
                .isThrownBy(() -> closed.moved(id("b"), id("c"), TODAY));
        assertThatExceptionOfType(DepartmentProblem.ParentMissing.class)
                .isThrownBy(() -> tree.moved(id("b"), id("nowhere"), TODAY));
    }

    @Test
    void aBranchThatWouldReachTooDeepIsNotMovedThere() {
        var nodes = new ArrayList<>(tree.nodes());
        var above = "top";
        for (int level = 1; level < DepartmentTree.DEEPEST - 1; level++) {
            nodes.add(node("deep" + level, under(above)));
            above = "deep" + level;
        }
        var deep = new DepartmentTree(nodes);
        var deepest = id(above);

        assertThat(deep.moved(id("b"), deepest, TODAY).on(TODAY).ancestors(id("b")))
                .hasSize(DepartmentTree.DEEPEST - 1);
        assertThatExceptionOfType(DepartmentProblem.TooDeep.class)
                .isThrownBy(() -> deep.moved(id("a"), deepest, TODAY));
    }

    @Test
    void whatIsPlannedToStandBelowCountsAsBelow() {
        var planned = tree.moved(id("a11"), id("b"), NEXT_YEAR);

        assertThat(tree.anythingBelow(id("b"), TODAY)).isFalse();
        assertThat(planned.anythingBelow(id("b"), TODAY)).isTrue();
        assertThat(planned.anythingBelow(id("a1"), NEXT_YEAR)).isFalse();
    }

    private static Node node(String id, Timeline<DepartmentId> parents) {
        return new Node(id(id), DepartmentKind.DEPARTMENT, START, Optional.empty(), parents);
    }

    private static Timeline<DepartmentId> under(String parent) {
        return Timeline.from(START, id(parent));
    }

    private static DepartmentId id(String value) {
        return new DepartmentId(value);
    }
}
