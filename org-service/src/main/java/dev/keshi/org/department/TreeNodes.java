package dev.keshi.org.department;

import dev.keshi.org.timeline.Fact;
import dev.keshi.org.timeline.Timeline;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Reads only what the tree needs of a stored department, without the mapper: the tree reads all of them at once. */
final class TreeNodes {

    private TreeNodes() {}

    static DepartmentTree.Node read(Document state) {
        return new DepartmentTree.Node(
                DepartmentId.of(new DepartmentCode(state.getString("code"))),
                DepartmentKind.valueOf(state.getString("kind")),
                LocalDate.parse(state.getString("openedOn")),
                Optional.ofNullable(state.getString("closedOn")).map(LocalDate::parse),
                new Timeline<>(state.getList("parents", Document.class, List.of()).stream()
                        .map(fact -> new Fact<>(
                                LocalDate.parse(fact.getString("from")), new DepartmentId(fact.getString("parentId"))))
                        .toList()));
    }
}
