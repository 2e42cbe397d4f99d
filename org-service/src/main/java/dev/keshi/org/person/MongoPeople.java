package dev.keshi.org.person;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.NewAggregate;
import dev.keshi.messaging.Versioned;
import dev.keshi.messaging.personal.PersonalDataKeeper;
import dev.keshi.org.PersonId;
import dev.keshi.org.account.Leavers;
import dev.keshi.org.department.DepartmentId;
import dev.keshi.org.timeline.Due;
import dev.keshi.org.timeline.MongoDue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class MongoPeople implements People {

    static final String COLLECTION = "people";
    private static final Bson WITHOUT_EVENTS = exclude("outbox", "commands");

    private final AggregateStore store;
    private final AggregateCollection<PersonDocument> people;
    private final MongoOperations mongo;
    private final PersonalDataKeeper keeper;
    private final Leavers leavers;
    private final PersonEventTranslator translator;

    MongoPeople(AggregateStore store, MongoOperations mongo, PersonalDataKeeper keeper, Leavers leavers) {
        this.store = store;
        this.people = store.collection(COLLECTION, PersonDocument.class);
        this.mongo = mongo;
        this.keeper = keeper;
        this.leavers = leavers;
        this.translator = new PersonEventTranslator((person, text) -> keeper.encrypt(person.value(), text));
    }

    @Override
    public <T> T inTransaction(Supplier<T> body) {
        return store.inTransaction(body);
    }

    @Override
    public Optional<Versioned<PersonDocument>> find(PersonId id) {
        return people.find(id.value());
    }

    @Override
    public Map<PersonId, Versioned<PersonDocument>> findAll(Collection<PersonId> ids) {
        var found = new HashMap<PersonId, Versioned<PersonDocument>>();
        select(in("_id", values(ids)), 0).forEach(person -> found.put(new PersonId(person.id()), person));
        return found;
    }

    @Override
    public Set<PersonId> known(Collection<PersonId> ids) {
        var found = new HashSet<PersonId>();
        read(in("_id", values(ids)), include("_id"), 0)
                .forEach(document -> found.add(new PersonId(document.getString("_id"))));
        return found;
    }

    @Override
    public void prepareKeys(Collection<PersonId> ids) {
        keeper.issueMissing(values(ids));
    }

    @Override
    public Versioned<PersonDocument> create(CommandContext context, Person person) {
        return people.create(person.id().value(), context, change(person));
    }

    @Override
    public void createMissing(CommandContext context, List<Person> fresh) {
        people.createMissing(
                context,
                fresh.stream()
                        .map(person -> new NewAggregate<>(person.id().value(), change(person)))
                        .toList());
    }

    @Override
    public Versioned<PersonDocument> change(PersonId id, CommandContext context, Consumer<Person> decide) {
        var left = new AtomicBoolean();
        var changed = people.change(id.value(), context, document -> {
            var person = document.toPerson();
            decide.accept(person);
            var events = person.takeEvents();
            left.set(events.stream().anyMatch(PersonEvent.Separated.class::isInstance));
            return new Change<>(PersonDocument.of(person), translator.translate(events));
        });
        if (left.get()) {
            leavers.hasLeft(context, id.value());
        }
        return changed;
    }

    private Change<PersonDocument> change(Person person) {
        return new Change<>(PersonDocument.of(person), translator.translate(person.takeEvents()));
    }

    @Override
    public Map<String, PersonId> ownersOfEmails(Collection<String> emails) {
        var owners = new HashMap<String, PersonId>();
        mongo.getCollection(COLLECTION)
                .find(in("state.email", emails))
                .projection(include("state.email"))
                .forEach(document -> owners.put(
                        document.get("state", Document.class).getString("email"),
                        new PersonId(document.getString("_id"))));
        return owners;
    }

    @Override
    public boolean anyoneIn(DepartmentId department, LocalDate from) {
        // Whoever will come has something planned, so that each half has an index of its own.
        var worksOrWillWork = or(
                eq("state.departmentId", department.value()),
                and(exists(MongoDue.NEXT_DUE), eq("state.assignments.departmentId", department.value())));
        var notGone = or(eq("state.separatedOn", null), gt("state.separatedOn", from.toString()));
        return select(and(worksOrWillWork, notGone), 0).stream()
                .map(person -> person.state().assignmentTimeline())
                .anyMatch(places -> places.on(from)
                                .filter(place -> place.department().equals(department))
                                .isPresent()
                        || places.facts().stream()
                                .anyMatch(fact -> fact.from().isAfter(from)
                                        && fact.value().department().equals(department)));
    }

    @Override
    public List<Due> due(LocalDate today, Optional<Due> after) {
        return MongoDue.find(mongo.getCollection(COLLECTION), today, after);
    }

    /** By employee number. @param limit 0 for all */
    List<Versioned<PersonDocument>> select(Bson filter, int limit) {
        return read(filter, WITHOUT_EVENTS, limit).stream()
                .map(people::versioned)
                .toList();
    }

    private List<Document> read(Bson filter, Bson fields, int limit) {
        return mongo.getCollection(COLLECTION)
                .find(filter)
                .projection(fields)
                .sort(ascending("state.employeeNumber"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    private static List<String> values(Collection<PersonId> ids) {
        return ids.stream().map(PersonId::value).toList();
    }
}
