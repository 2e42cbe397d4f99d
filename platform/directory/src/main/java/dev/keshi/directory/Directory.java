package dev.keshi.directory;

import static com.mongodb.client.model.Aggregates.limit;
import static com.mongodb.client.model.Aggregates.lookup;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import dev.keshi.contracts.EncryptedText;
import dev.keshi.messaging.personal.PersonalData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Reads the copy of the organisation. It is as new as the last event that arrived; what a decision was based on is
 * recorded by the one who decides.
 */
public final class Directory {

    private final MongoOperations mongo;
    private final PersonalData personal;

    Directory(MongoOperations mongo, PersonalData personal) {
        this.mongo = mongo;
        this.personal = personal;
    }

    public Optional<DirectoryPerson> person(String personId) {
        return one(DirectoryCollections.PEOPLE, personId).map(Directory::person);
    }

    /** The same, for others than those in the scope there is nobody of that id. */
    public Optional<DirectoryPerson> person(String personId, Scope scope) {
        return Optional.ofNullable(mongo.getCollection(DirectoryCollections.PEOPLE)
                        .find(and(eq("_id", personId), scope.within("_id", "departmentId")))
                        .first())
                .map(Directory::person);
    }

    /** Whether the copy of the person is as new as an event of that sequence; what an event says is read here once it is. */
    public boolean knowsPerson(String personId, long sequence) {
        return isAsNewAs(DirectoryCollections.PEOPLE, personId, sequence);
    }

    /** The same of a department. */
    public boolean knowsDepartment(String departmentId, long sequence) {
        return isAsNewAs(DirectoryCollections.DEPARTMENTS, departmentId, sequence);
    }

    private boolean isAsNewAs(String collection, String id, long sequence) {
        return mongo.getCollection(collection)
                        .find(and(eq("_id", id), gte("sequence", sequence)))
                        .projection(include("_id"))
                        .first()
                != null;
    }

    /** Not of somebody of whom no event has told yet. */
    public boolean hasLeft(String personId) {
        return !left(List.of(personId)).isEmpty();
    }

    /** Which of these people have left; nobody of whom no event has told yet. */
    public Set<String> left(Collection<String> personIds) {
        return mongo.getCollection(DirectoryCollections.PEOPLE)
                .find(and(in("_id", personIds), ne("employed", true)))
                .projection(include("_id"))
                .map(person -> person.getString("_id"))
                .into(new HashSet<>());
    }

    /**
     * People of the scope who work here, by their ids.
     *
     * @param after only those behind this id; empty text for all
     * @param most so many at most
     */
    public List<DirectoryPerson> employed(Scope scope, String after, int most) {
        return mongo.getCollection(DirectoryCollections.PEOPLE)
                .find(and(scope.within("_id", "departmentId"), eq("employed", true), gt("_id", after)))
                .sort(ascending("_id"))
                .limit(most)
                .map(Directory::person)
                .into(new ArrayList<>());
    }

    /**
     * People employed in these departments who hold a position, by their ids.
     *
     * @param after only those behind this id; empty text for all
     * @param most so many at most
     */
    public List<DirectoryPerson> inPositions(Collection<String> departmentIds, String after, int most) {
        return mongo.getCollection(DirectoryCollections.PEOPLE)
                .find(and(
                        in("departmentId", departmentIds),
                        eq("employed", true),
                        exists("positionId"),
                        gt("_id", after)))
                .sort(ascending("_id"))
                .limit(most)
                .map(Directory::person)
                .into(new ArrayList<>());
    }

    /** Whether anybody is employed in these departments and holds the position since that day or longer, as far as is known. */
    public boolean anyInPosition(Collection<String> departmentIds, LocalDate since) {
        return mongo.getCollection(DirectoryCollections.PEOPLE)
                        .find(and(
                                in("departmentId", departmentIds),
                                eq("employed", true),
                                exists("positionId"),
                                or(exists("since", false), lte("since", since.toString()))))
                        .projection(include("_id"))
                        .first()
                != null;
    }

    public Optional<DirectoryDepartment> department(String departmentId) {
        return one(DirectoryCollections.DEPARTMENTS, departmentId).map(Directory::department);
    }

    /** By id; those that are not known are absent. */
    public Map<String, DirectoryDepartment> departments(Collection<String> departmentIds) {
        var departments = new HashMap<String, DirectoryDepartment>();
        mongo.getCollection(DirectoryCollections.DEPARTMENTS)
                .find(in("_id", departmentIds))
                .forEach(found -> departments.put(found.getString("_id"), department(found)));
        return departments;
    }

    /**
     * People employed who hold the role, in a stable order.
     *
     * @param most so many at most
     */
    public List<String> holders(String role, int most) {
        return mongo.getCollection(DirectoryCollections.ACCOUNTS)
                .aggregate(List.of(
                        match(eq("roles", role)),
                        sort(ascending("personId")),
                        lookup(DirectoryCollections.PEOPLE, "personId", "_id", "person"),
                        match(eq("person.employed", true)),
                        limit(most)))
                .map(account -> account.getString("personId"))
                .into(new ArrayList<>());
    }

    /** Where people work, or worked when they left; who is not known, or in no department, is absent. */
    public Map<String, String> departmentsOf(Collection<String> personIds) {
        if (personIds.isEmpty()) {
            return Map.of();
        }
        var departments = new HashMap<String, String>();
        mongo.getCollection(DirectoryCollections.PEOPLE)
                .find(in("_id", personIds))
                .projection(include("departmentId"))
                .forEach(person -> {
                    var department = person.getString("departmentId");
                    if (department != null) {
                        departments.put(person.getString("_id"), department);
                    }
                });
        return departments;
    }

    /** Names that can be read; a person who was erased, or is not known yet, is absent. */
    public Map<String, String> names(Collection<String> personIds) {
        if (personIds.isEmpty()) {
            return Map.of();
        }
        var texts = new HashMap<String, EncryptedText>();
        mongo.getCollection(DirectoryCollections.PEOPLE)
                .find(in("_id", personIds))
                .projection(include("name"))
                .forEach(person -> texts.put(person.getString("_id"), name(person)));
        var plain = personal.reveal(texts.values());
        var names = new HashMap<String, String>();
        texts.forEach((personId, text) -> {
            var name = plain.get(text);
            if (name != null) {
                names.put(personId, name);
            }
        });
        return names;
    }

    /**
     * The epoch below which access tokens no longer hold.
     *
     * @param subject person id or client id
     * @return empty when neither an account nor a client is known
     */
    public OptionalLong permissionEpoch(String subject) {
        var account = mongo.getCollection(DirectoryCollections.ACCOUNTS)
                .find(eq("personId", subject))
                .projection(include("permissionEpoch"))
                .first();
        return Optional.ofNullable(account)
                .or(() -> one(DirectoryCollections.CLIENTS, subject))
                .map(known -> OptionalLong.of(known.getLong("permissionEpoch")))
                .orElseGet(OptionalLong::empty);
    }

    private Optional<Document> one(String collection, String id) {
        return Optional.ofNullable(
                mongo.getCollection(collection).find(eq("_id", id)).first());
    }

    private static DirectoryPerson person(Document document) {
        return new DirectoryPerson(
                document.getString("_id"),
                name(document),
                document.getString("departmentId"),
                document.getString("positionId"),
                document.getString("reportsTo"),
                document.getBoolean("employed", false),
                Optional.ofNullable(document.getString("since"))
                        .map(LocalDate::parse)
                        .orElse(null));
    }

    private static EncryptedText name(Document document) {
        return new EncryptedText(document.getString("_id"), document.getString("name"));
    }

    private static DirectoryDepartment department(Document document) {
        var deputies = document.getList("deputies", Document.class, List.of()).stream()
                .map(deputy -> new DirectoryDepartment.DeputyManager(
                        deputy.getString("personId"),
                        deputy.getString("area"),
                        deputy.getList("inChargeOf", String.class, List.of())))
                .toList();
        return new DirectoryDepartment(
                document.getString("_id"),
                document.getString("name"),
                document.getString("nameEn"),
                document.getString("parentId"),
                document.getString("managerId"),
                deputies,
                document.getBoolean("open", false));
    }
}
