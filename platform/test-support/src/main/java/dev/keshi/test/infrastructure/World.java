package dev.keshi.test.infrastructure;

import dev.keshi.infrastructure.LocalInfrastructure;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.commons.support.AnnotationSupport;

/** What one test class, or all that share a database, see of the infrastructure. */
record World(RealMongo mongo, RealKafka kafka) {

    private static final String SHARED = "shared by tests with a Spring context";
    private static final Map<String, World> WORLDS = new ConcurrentHashMap<>();

    static World of(Class<?> testClass) {
        return named(nameFor(testClass));
    }

    static World named(String name) {
        return WORLDS.computeIfAbsent(name, World::create);
    }

    /** Equal for test classes that may share a database, and with it a Spring context. */
    static String nameFor(Class<?> testClass) {
        Class<?> outermost = outermost(testClass);
        boolean own =
                annotationOf(testClass).map(RealInfrastructure::ownDatabase).orElse(false);
        return own || !hasSpringContext(outermost) ? outermost.getName() : SHARED;
    }

    static Optional<RealInfrastructure> annotationOf(Class<?> testClass) {
        return AnnotationSupport.findAnnotation(outermost(testClass), RealInfrastructure.class);
    }

    private static World create(String name) {
        LocalInfrastructure.Running running = SharedInfrastructure.running();
        String database = "keshi_test_" + UUID.randomUUID().toString().substring(0, 8);
        String password = UUID.randomUUID().toString().replace("-", "");
        String uri = running.mongodb().open(database, password);
        SharedInfrastructure.removeAtTheEndIfGiven(running.mongodb(), database);
        return new World(new RealMongo(uri, database), new RealKafka(running.kafka()));
    }

    private static Class<?> outermost(Class<?> testClass) {
        Class<?> enclosing = testClass.getEnclosingClass();
        return enclosing == null ? testClass : outermost(enclosing);
    }

    private static boolean hasSpringContext(Class<?> testClass) {
        return SpringMarks.FOUND.stream().anyMatch(mark -> AnnotationSupport.isAnnotated(testClass, mark));
    }
}
