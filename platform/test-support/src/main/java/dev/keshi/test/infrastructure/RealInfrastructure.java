package dev.keshi.test.infrastructure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class a real MongoDB database, opened by a user who may open nothing else, and a real Kafka broker.
 *
 * <p>A plain test takes them as parameters of type {@link RealMongo}, {@link RealKafka} or {@link dev.keshi.test.events.EventProbe} and has a
 * database of its own. A test with a Spring context gets {@code spring.mongodb.uri} and {@code spring.kafka.bootstrap-servers} set, and
 * may take the parameters as well; such tests share one database in a JVM, so that Spring can share their contexts.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RealInfrastructureExtension.class)
public @interface RealInfrastructure {

    /** A database, and with it a Spring context, that no other test class sees. */
    boolean ownDatabase() default false;
}
