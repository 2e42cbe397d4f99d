package dev.keshi.directory;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import dev.keshi.contracts.EncryptedText;
import dev.keshi.messaging.personal.PersonalData;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Reads the copy of the organisation. It is as new as the last event that arrived; what a decision was based on is
 * recorded by the one who decides.
 */
public final class Directory {

    /** More holders of one role than this are not candidates for a task but a department. */
    static final int MOST_HOLDERS = 500;

    private static final int DEEPEST_TREE = 64;

    private final MongoOperations mongo;
    private final PersonalData personal;

    Directory(MongoOperations mongo, PersonalData personal) {
        this.mongo = mongo;
        this.personal = personal;
    }

    public Optional<DirectoryPerson> person(String personId) {
        return one(DirectoryCollections.PEOPLE, personId).map(Directory::person);
    }

    public Optional<DirectoryDepartment> department(String departmentId) {
        return one(DirectoryCollections.DEPARTMENTS, departmentId).map(Directory::department);
    }

    /** Who manages the person's department; empty while the place is vacant. May be the person. */
    public Optional<String> departmentManager(String personId) {
        return person(personId)
                .flatMap(person -> department(person.departmentId()))
                .map(DirectoryDepartment::managerId);
    }

    /**
     * Who the person reports to: the one named for the person, else the manager of the department, else (for that
     * manager, or where the place is vacant) the manager of the nearest department above.
     */
    public Optional<String> superior(String personId) {
        var person = person(personId);
        if (person.isEmpty()) {
            return Optional.empty();
        }
        if (person.get().reportsTo() != null) {
            return Optional.of(person.get().reportsTo());
        }
        for (var department : upFrom(person.get().departmentId())) {
            if (department.managerId() != null && !department.managerId().equals(personId)) {
                return Optional.of(department.managerId());
            }
        }
        return Optional.empty();
    }

    /** The superior's superior and so on; empty when the line ends before, or runs in a circle. */
    public Optional<String> superior(String personId, int levels) {
        var seen = new HashSet<String>();
        var current = Optional.of(personId);
        for (int level = 0; level < levels && current.isPresent(); level++) {
            current = superior(current.get()).filter(seen::add);
        }
        return current.filter(found -> !found.equals(personId));
    }

    /**
     * The deputy manager in charge (分管副经理) of the person's department: walking up from it, the first deputy who
     * names the department just left, or the department itself, among those in charge of.
     */
    public Optional<String> deputyInCharge(String personId) {
        var person = person(personId);
        if (person.isEmpty()) {
            return Optional.empty();
        }
        var passed = new HashSet<String>();
        for (var department : upFrom(person.get().departmentId())) {
            passed.add(department.id());
            for (var deputy : department.deputies()) {
                if (deputy.inChargeOf().stream().anyMatch(passed::contains)) {
                    return Optional.of(deputy.personId());
                }
            }
        }
        return Optional.empty();
    }

    /** People who hold the role, in a stable order; at most {@value #MOST_HOLDERS}. */
    public List<String> holders(String role) {
        var holders = new ArrayList<String>();
        mongo.getCollection(DirectoryCollections.ACCOUNTS)
                .find(eq("roles", role))
                .projection(include("personId"))
                .sort(new Document("personId", 1))
                .limit(MOST_HOLDERS)
                .forEach(account -> holders.add(account.getString("personId")));
        return holders;
    }

    /** The department and those above it, nearest first. */
    public List<DirectoryDepartment> upFrom(String departmentId) {
        var path = new ArrayList<DirectoryDepartment>();
        var seen = new HashSet<String>();
        @Nullable String next = departmentId;
        while (next != null && seen.add(next) && path.size() < DEEPEST_TREE) {
            var department = department(next);
            department.ifPresent(path::add);
            next = department.map(DirectoryDepartment::parentId).orElse(null);
        }
        return path;
    }

    /** Names that can be read; a person who was erased, or is not known yet, is absent. */
    public Map<String, String> names(Collection<String> personIds) {
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
                document.getBoolean("employed", false));
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
