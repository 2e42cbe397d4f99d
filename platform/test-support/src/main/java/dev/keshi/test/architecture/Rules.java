package dev.keshi.test.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** Each rule by itself, so that each can be shown to fail on a class that breaks it. */
final class Rules {

    private Rules() {}

    static Stream<ArchRule> of(String root, List<String> springPackages, List<String> seeded) {
        return Stream.of(
                        edgesSeeTheDoorOnly(root),
                        doorsDoNotKnowTheirCallers(root),
                        featuresFormNoCycle(root),
                        nothingIsInjectedIntoFields(),
                        namesSayWhatAClassIs(),
                        packagesAreFeatures(),
                        theDomainIsPlainJava(root, springPackages),
                        operationsSayWhoMayUseThem(),
                        eventsAreHeardThroughTheKit(),
                        handlersLeaveWritingToTheKit(),
                        nobodyForeseesWhatIsDrawn(seeded))
                .map(rule -> rule.allowEmptyShould(true));
    }

    /** Web and messaging call the door; how a feature is stored, and what another feature's edge does, is not theirs to know. */
    static ArchRule edgesSeeTheDoorOnly(String root) {
        return classes()
                .that(are(edge(root)))
                .should(new SeeTheDoorOnly(root))
                .because("web and messaging translate between the wire and the public door of their feature");
    }

    static ArchRule doorsDoNotKnowTheirCallers(String root) {
        return noClasses()
                .that(are(resideInAPackage(root + "..")
                        .and(JavaClass.Predicates.resideOutsideOfPackages(root + "..web..", root + "..messaging.."))))
                .and()
                .haveSimpleNameNotEndingWith("Application")
                .and()
                .haveSimpleNameNotEndingWith("Configuration")
                .should()
                .dependOnClassesThat(are(edge(root)))
                .because("a feature works the same whoever calls it");
    }

    static ArchRule featuresFormNoCycle(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    static ArchRule nothingIsInjectedIntoFields() {
        return fields().should(new NotBeInjected())
                .because("a constructor shows what a class needs, and a test can call it");
    }

    static ArchRule namesSayWhatAClassIs() {
        return classes().should(new BeNamedForWhatTheyAre()).because("such a name says nothing about its class");
    }

    static ArchRule packagesAreFeatures() {
        return noClasses()
                .should()
                .resideInAnyPackage(
                        "..common..", "..util..", "..utils..", "..helper..", "..helpers..", "..manager..", "..impl..")
                .because("a package is a feature");
    }

    static ArchRule theDomainIsPlainJava(String root, List<String> springPackages) {
        return noClasses()
                .that(are(new PlainJava(root, springPackages)))
                .should()
                .dependOnClassesThat(are(resideInAnyPackage("org.springframework..")))
                .because(
                        "aggregates, values, events and ports are plain Java; Spring stands in services, queries, Mongo adapters and edges");
    }

    /** Default deny: also "everybody who has a token" is said, and not what is left when nothing is. */
    static ArchRule operationsSayWhoMayUseThem() {
        return methods()
                .that()
                .areMetaAnnotatedWith("org.springframework.web.bind.annotation.RequestMapping")
                .should(new SayWhoMayUseThem())
                .because("an operation that says nothing would be open to every token");
    }

    static ArchRule eventsAreHeardThroughTheKit() {
        return noClasses()
                .should()
                .dependOnClassesThat(are(resideInAnyPackage(
                        "org.apache.kafka.clients.consumer..",
                        "org.springframework.kafka.annotation..",
                        "org.springframework.kafka.listener..")))
                .because("the consumer kit applies each event once and in order, and parks what cannot be applied");
    }

    static ArchRule handlersLeaveWritingToTheKit() {
        return methods()
                .should(new LeaveWritingToTheKit())
                .because("a handler that writes by itself writes again when its event comes again");
    }

    /** A number of a certificate, the questions of an attempt, the secret of a cycle. */
    static ArchRule nobodyForeseesWhatIsDrawn(List<String> seeded) {
        return noClasses()
                .that(are(not(anyOf(seeded))))
                .should()
                .callConstructor(Random.class)
                .orShould()
                .callConstructor(Random.class, long.class)
                .orShould()
                .dependOnClassesThat(
                        are(anyOf(List.of(SplittableRandom.class.getName(), ThreadLocalRandom.class.getName()))))
                .orShould()
                .callMethod(Math.class, "random")
                .because("what is drawn from anything but a SecureRandom can be foreseen");
    }

    private static DescribedPredicate<JavaClass> anyOf(List<String> names) {
        return DescribedPredicate.describe("any of " + names, one -> names.contains(one.getFullName()));
    }

    private static DescribedPredicate<JavaClass> edge(String root) {
        return resideInAnyPackage(root + "..web..", root + "..messaging..");
    }
}
