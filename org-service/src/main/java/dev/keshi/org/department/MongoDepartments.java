package dev.keshi.org.department;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.NewAggregate;
import dev.keshi.messaging.Versioned;
import dev.keshi.org.timeline.Due;
import dev.keshi.org.timeline.MongoDue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
class MongoDepartments implements Departments {

    static final String COLLECTION = "departments";
    private static final String STRUCTURE = "structure";
    private static final String STAFFING = "department_staffing";
    private static final CommandContext OF_SERVICE = CommandContext.of("system:org-service");
    private static final Bson WITHOUT_EVENTS = exclude("outbox", "commands");

    private final AggregateStore store;
    private final AggregateCollection<DepartmentDocument> departments;
    private final AggregateCollection<StructureDocument> structures;
    private final MongoOperations mongo;

    MongoDepartments(AggregateStore store, MongoOperations mongo) {
        this.store = store;
        this.departments = store.collection(COLLECTION, DepartmentDocument.class);
        this.structures = store.collection(STRUCTURE, StructureDocument.class);
        this.mongo = mongo;
    }

    @Override
    public <T> T inTransaction(Supplier<T> body) {
        return store.inTransaction(body);
    }

    @Override
    public Optional<Versioned<DepartmentDocument>> find(DepartmentId id) {
        return departments.find(id.value());
    }

    @Override
    public Map<DepartmentId, Versioned<DepartmentDocument>> findAll(Collection<DepartmentId> ids) {
        var found = new HashMap<DepartmentId, Versioned<DepartmentDocument>>();
        select(in("_id", ids.stream().map(DepartmentId::value).toList()), 0)
                .forEach(department -> found.put(department.state().id(), department));
        return found;
    }

    @Override
    public Versioned<DepartmentDocument> create(CommandContext context, Department department, long revision) {
        return departments.create(department.state().id().value(), context, change(department, revision));
    }

    @Override
    public void createMissing(CommandContext context, List<Department> fresh, long revision) {
        departments.createMissing(
                context,
                fresh.stream()
                        .map(department ->
                                new NewAggregate<>(department.state().id().value(), change(department, revision)))
                        .toList());
    }

    @Override
    public Versioned<DepartmentDocument> change(
            DepartmentId id, CommandContext context, long revision, Consumer<Department> decide) {
        return departments.change(id.value(), context, document -> {
            var department = document.toDepartment();
            decide.accept(department);
            return change(department, revision);
        });
    }

    private static Change<DepartmentDocument> change(Department department, long revision) {
        return new Change<>(
                DepartmentDocument.of(department),
                DepartmentEventTranslator.translate(department.takeEvents(), revision));
    }

    @Override
    public DepartmentTree tree() {
        var nodes = new ArrayList<DepartmentTree.Node>();
        select(
                        new Document(),
                        include(
                                "version",
                                "state.code",
                                "state.kind",
                                "state.openedOn",
                                "state.closedOn",
                                "state.parents"),
                        0)
                .forEach(document -> nodes.add(TreeNodes.read(document.get("state", Document.class))));
        return new DepartmentTree(nodes);
    }

    @Override
    public List<Due> due(LocalDate today, Optional<Due> after) {
        return MongoDue.find(mongo.getCollection(COLLECTION), today, after);
    }

    @Override
    public StructureDocument structure() {
        return structures.find(STRUCTURE).map(Versioned::state).orElse(StructureDocument.FIRST);
    }

    @Override
    public long advance() {
        return change(OF_SERVICE, structure -> {
                    if (structure.importing() != null) {
                        throw new DepartmentProblem.ImportRunning();
                    }
                    return structure.next();
                })
                .revision();
    }

    @Override
    public long advanceFor(String importId) {
        return change(OF_SERVICE, structure -> {
                    if (!importId.equals(structure.importing())) {
                        throw new DepartmentProblem.ImportRunning();
                    }
                    return structure.next();
                })
                .revision();
    }

    @Override
    public boolean hold(String importId, long revision) {
        var structure = change(CommandContext.of(importId), now -> {
            boolean free = now.importing() == null && now.revision() == revision;
            return free ? new StructureDocument(revision, importId) : now;
        });
        return importId.equals(structure.importing());
    }

    @Override
    public void release(String importId) {
        change(
                CommandContext.of(importId),
                now -> importId.equals(now.importing()) ? new StructureDocument(now.revision(), null) : now);
    }

    @Override
    public void meetOn(DepartmentId id) {
        mongo.upsert(Query.query(Criteria.where("_id").is(id.value())), new Update().inc("commands", 1L), STAFFING);
    }

    private StructureDocument change(CommandContext context, UnaryOperator<StructureDocument> decide) {
        try {
            return changeExisting(context, decide);
        } catch (AggregateFailure.NotFound nobodyChangedItYet) {
            var first = new Change<>(StructureDocument.FIRST, List.of());
            structures.createMissing(context, List.of(new NewAggregate<>(STRUCTURE, first)));
            return changeExisting(context, decide);
        }
    }

    private StructureDocument changeExisting(CommandContext context, UnaryOperator<StructureDocument> decide) {
        return structures
                .change(STRUCTURE, context, now -> new Change<>(decide.apply(now), List.of()))
                .state();
    }

    /** @param limit 0 for all */
    List<Versioned<DepartmentDocument>> select(Bson filter, int limit) {
        return select(filter, WITHOUT_EVENTS, limit).stream()
                .map(departments::versioned)
                .toList();
    }

    private List<Document> select(Bson filter, Bson fields, int limit) {
        return mongo.getCollection(COLLECTION)
                .find(filter)
                .projection(fields)
                .sort(ascending("state.code"))
                .limit(limit)
                .into(new ArrayList<>());
    }
}
