package dev.keshi.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.EncryptedText;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.org.AccountInvitedV1;
import dev.keshi.contracts.org.AccountRolesChangedV1;
import dev.keshi.contracts.org.DepartmentClosedV1;
import dev.keshi.contracts.org.DepartmentLeadershipChangedV1;
import dev.keshi.contracts.org.DepartmentMovedV1;
import dev.keshi.contracts.org.DepartmentOpenedV1;
import dev.keshi.contracts.org.Deputy;
import dev.keshi.contracts.org.PersonHiredV1;
import dev.keshi.contracts.org.PersonSeparatedV1;
import dev.keshi.contracts.org.PersonTransferredV1;
import dev.keshi.contracts.org.ReportingLineChangedV1;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.test.Eventually;
import dev.keshi.test.infrastructure.RealInfrastructure;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * A group with one region below it and one team below that. Events go the whole way: aggregate, relay, Kafka, copy.
 *
 * <pre>
 * group   manager boss, deputy vice in charge of region
 * └ region   manager rita
 *   └ team     manager tom, member ann
 * </pre>
 */
@RealInfrastructure(ownDatabase = true)
@SpringBootTest(
        classes = DirectoryIT.Application.class,
        properties = {
            "spring.application.name=directory-it",
            "spring.main.web-application-type=none",
            "keshi.personal-data.key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="
        })
class DirectoryIT {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final Permission READ = new Permission("read", Set.of("AUDITOR"), true);

    private static int generation;

    @Autowired
    private Directory directory;

    @Autowired
    private Access access;

    @Autowired
    private Superiors superiors;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private AggregateCollection<Application.Nothing> facts;

    private String prefix = "";

    @BeforeEach
    void aSmallGroup() {
        prefix = "g" + generation++ + "-";
        happens(new DepartmentOpenedV1(
                id("group"),
                id("G"),
                "DEPARTMENT",
                "集团",
                null,
                null,
                id("boss"),
                List.of(new Deputy(id("vice"), "区域", null, List.of(id("region")))),
                DAY,
                1));
        happens(department("region", "group", "rita"));
        happens(department("team", "region", "tom"));
        happens(person("boss", "group", null));
        happens(person("vice", "group", null));
        happens(person("rita", "region", null));
        happens(person("tom", "team", null));
        happens(person("ann", "team", null));
        Eventually.holds(() -> directory.person(id("ann")).isPresent()
                && directory.person(id("boss")).isPresent()
                && directory.person(id("rita")).isPresent()
                && directory.person(id("tom")).isPresent()
                && directory.person(id("vice")).isPresent()
                && Stream.of("group", "region", "team")
                        .allMatch(name -> directory.department(id(name)).isPresent()));
    }

    @Test
    void theCopyTellsWhatWasSaid() {
        assertThat(directory.person(id("ann"))).hasValueSatisfying(ann -> {
            assertThat(ann.departmentId()).isEqualTo(id("team"));
            assertThat(ann.reportsTo()).isNull();
            assertThat(ann.employed()).isTrue();
            assertThat(ann.since()).isEqualTo(DAY);
        });
        assertThat(directory.person(id("nobody"))).isEmpty();
        assertThat(directory.department(id("group"))).hasValueSatisfying(group -> {
            assertThat(group.parentId()).isNull();
            assertThat(group.managerId()).isEqualTo(id("boss"));
            assertThat(group.deputies())
                    .containsExactly(new DirectoryDepartment.DeputyManager(id("vice"), "区域", List.of(id("region"))));
        });
    }

    @Test
    void aDepartmentThatMovesAndLosesItsManagerShows() {
        happens(new DepartmentMovedV1(id("team"), id("group"), DAY, 2));
        happens(new DepartmentLeadershipChangedV1(id("team"), null, List.of(), DAY));
        Eventually.holds(() -> team().managerId() == null);

        assertThat(team().parentId()).isEqualTo(id("group"));
    }

    @Test
    void anotherSuperiorATransferAndALeaveShow() {
        happens(new ReportingLineChangedV1(id("ann"), id("rita"), DAY));
        Eventually.holds(() -> id("rita").equals(ann().reportsTo()));

        happens(new PersonTransferredV1(id("ann"), id("region"), null, null, DAY));
        Eventually.holds(() -> ann().departmentId().equals(id("region")));
        assertThat(ann().reportsTo()).isNull();

        happens(new PersonSeparatedV1(id("ann"), DAY));
        Eventually.holds(() -> !ann().employed());
        assertThat(directory.left(List.of(id("ann"), id("tom"), id("nobody")))).containsExactly(id("ann"));
        assertThat(Stream.of("ann", "tom", "nobody").filter(name -> directory.hasLeft(id(name))))
                .containsExactly("ann");
    }

    @Test
    void whoStandsAboveIsTheNextOneOnTheWayUpWhoHasNotLeft() {
        assertThat(superiors.superiorOf(id("ann"))).contains(id("tom"));
        assertThat(superiors.superiorOf(id("tom"))).contains(id("rita"));
        assertThat(superiors.superiorOf(id("boss"))).isEmpty();
        assertThat(superiors.superiorOf(id("nobody"))).isEmpty();
        assertThat(superiors.managerAbove(id("tom"), id("team"))).contains(id("rita"));

        happens(new ReportingLineChangedV1(id("ann"), id("vice"), DAY));
        Eventually.holds(() -> superiors.superiorOf(id("ann")).equals(Optional.of(id("vice"))));

        happens(new PersonSeparatedV1(id("vice"), DAY));
        happens(new PersonSeparatedV1(id("tom"), DAY));
        Eventually.holds(() -> directory.left(List.of(id("vice"), id("tom"))).size() == 2);

        // The copy still names both.
        assertThat(ann().reportsTo()).isEqualTo(id("vice"));
        assertThat(team().managerId()).isEqualTo(id("tom"));
        assertThat(superiors.superiorOf(id("ann"))).contains(id("rita"));
        assertThat(superiors.managerAbove(id("ann"), id("team"))).contains(id("rita"));
        assertThat(superiors.superiorOf(id("tom"))).isEmpty();
    }

    private DirectoryPerson ann() {
        return directory.person(id("ann")).orElseThrow();
    }

    private DirectoryDepartment team() {
        return directory.department(id("team")).orElseThrow();
    }

    @Test
    void thePermissionEpochFollowsTheAccount() {
        happens(new AccountInvitedV1(id("a-ann"), id("ann"), List.of("EMPLOYEE"), 1));
        happens(new AccountRolesChangedV1(id("a-ann"), id("ann"), List.of("EMPLOYEE"), 2));
        Eventually.holds(() -> directory.permissionEpoch(id("ann")).equals(OptionalLong.of(2)));

        assertThat(directory.permissionEpoch(id("nobody"))).isEmpty();
    }

    @Test
    void holdersOfARoleAreThoseWhoHaveItAndAreEmployed() {
        for (var name : List.of("tom", "rita", "ann")) {
            happens(new AccountInvitedV1(id("a-" + name), id(name), List.of("EMPLOYEE", id("HR")), 1));
        }
        Eventually.holds(() -> directory.holders(id("HR"), 9).equals(List.of(id("ann"), id("rita"), id("tom"))));
        assertThat(directory.holders(id("HR"), 2)).containsExactly(id("ann"), id("rita"));

        happens(new PersonSeparatedV1(id("ann"), DAY));
        happens(new AccountRolesChangedV1(id("a-tom"), id("tom"), List.of("EMPLOYEE"), 2));
        Eventually.holds(() -> directory.holders(id("HR"), 1).equals(List.of(id("rita"))));
        Eventually.holds(() -> directory.holders(id("HR"), 9).equals(List.of(id("rita"))));
    }

    @Test
    void scopesFollowWhoLeadsWhat() {
        Eventually.holds(() -> access.scopeFor(id("rita"), List.of(), READ) instanceof Scope.Departments);

        assertThat(access.scopeFor(id("ann"), List.of("EMPLOYEE"), READ)).isEqualTo(new Scope.Self(id("ann")));
        assertThat(access.scopeFor(id("rita"), List.of("EMPLOYEE"), READ))
                .isEqualTo(new Scope.Departments(id("rita"), Set.of(id("region"), id("team"))));
        assertThat(access.scopeFor(id("vice"), List.of("EMPLOYEE"), READ))
                .isEqualTo(new Scope.Departments(id("vice"), Set.of(id("region"), id("team"))));
        assertThat(access.scopeFor(id("ann"), List.of("AUDITOR"), READ)).isEqualTo(new Scope.All());
        assertThat(access.ledDirectly(id("rita"))).isEqualTo(Set.of(id("region")));
        assertThat(access.ledDirectly(id("ann"))).isEmpty();
        assertThat(access.leadersOf(id("region"))).contains(id("rita"));
        assertThat(access.scopeFor(id("rita"), List.of(), new Permission("own", Set.of(), false)))
                .isEqualTo(new Scope.Self(id("rita")));
    }

    @Test
    void aDepartmentIsThereWithAllBelowItThatIsOpen() {
        Eventually.holds(() -> access.departmentsWithin(id("region")).equals(Set.of(id("region"), id("team"))));

        happens(new DepartmentClosedV1(id("team"), null, DAY, 2));

        Eventually.holds(() -> access.departmentsWithin(id("region")).equals(Set.of(id("region"))));
        assertThat(access.departmentsEverWithin(id("region"))).isEqualTo(Set.of(id("region"), id("team")));
        assertThat(access.departmentsWithin(id("nowhere"))).isEmpty();
    }

    @Test
    void thoseWhoWorkInAScopeAreReadPageByPage() {
        var region = new Scope.Departments(id("nobody"), Set.of(id("region"), id("team")));
        var first = directory.employed(region, "", 2);

        assertThat(first).extracting(DirectoryPerson::id).containsExactly(id("ann"), id("rita"));
        assertThat(directory.employed(region, id("rita"), 2))
                .extracting(DirectoryPerson::id)
                .containsExactly(id("tom"));
        assertThat(directory.employed(new Scope.Self(id("tom")), "", 2))
                .extracting(DirectoryPerson::id)
                .containsExactly(id("tom"));

        happens(new PersonSeparatedV1(id("ann"), DAY));

        Eventually.holds(() -> directory.employed(region, "", 9).size() == 2);
    }

    @Test
    void aScopeIsAPartOfTheQuery() {
        var people = mongo.getCollection("directory_people");
        Eventually.holds(() -> access.scopeFor(id("tom"), List.of(), READ) instanceof Scope.Departments);

        assertThat(people.countDocuments(new Scope.Self(id("ann")).within("_id", "departmentId")))
                .isEqualTo(1);
        assertThat(people.countDocuments(
                        access.scopeFor(id("tom"), List.of(), READ).within("_id", "departmentId")))
                .isEqualTo(2);
    }

    @Test
    void aNameThatCannotBeReadIsAbsent() {
        assertThat(directory.names(List.of(id("ann"), id("nobody")))).isEmpty();
        assertThat(mongo.getCollection("directory_people")
                        .find(new Document("_id", id("ann")))
                        .first())
                .doesNotContainValue("ann");
    }

    private PublishedEvent department(String name, String parent, String manager) {
        return new DepartmentOpenedV1(
                id(name), id(name), "DEPARTMENT", name, null, id(parent), id(manager), List.of(), DAY, 1);
    }

    private PublishedEvent person(String name, String department, @Nullable String reportsTo) {
        return new PersonHiredV1(
                id(name), id(name), new EncryptedText(id(name), "AAAA"), null, id(department), null, reportsTo, DAY);
    }

    private String id(String name) {
        return prefix + name;
    }

    /** Publishes as org-service would: through an aggregate of the same id. */
    private void happens(PublishedEvent event) {
        var key = switch (event) {
            case DepartmentOpenedV1 opened -> opened.departmentId();
            case DepartmentMovedV1 moved -> moved.departmentId();
            case DepartmentClosedV1 closed -> closed.departmentId();
            case DepartmentLeadershipChangedV1 changed -> changed.departmentId();
            case PersonHiredV1 hired -> hired.personId();
            case PersonTransferredV1 transferred -> transferred.personId();
            case PersonSeparatedV1 separated -> separated.personId();
            case ReportingLineChangedV1 changed -> changed.personId();
            case AccountInvitedV1 invited -> invited.accountId();
            case AccountRolesChangedV1 changed -> changed.accountId();
            default -> throw new IllegalArgumentException(event.toString());
        };
        var context = CommandContext.of("p-test");
        if (facts.find(key).isEmpty()) {
            facts.create(key, context, new Change<>(new Application.Nothing(1), List.of(event)));
        } else {
            facts.change(
                    key,
                    context,
                    before -> new Change<>(new Application.Nothing(before.changes() + 1), List.of(event)));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        AggregateCollection<Nothing> facts(AggregateStore store) {
            return store.collection("facts", Nothing.class);
        }

        record Nothing(int changes) {}
    }
}
