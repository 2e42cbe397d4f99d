package dev.keshi.test.infrastructure;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.stream.Stream;

/** The annotations, direct or inside others, by which a test class asks for a Spring context; none where there is no Spring. */
final class SpringMarks {

    static final List<Class<? extends Annotation>> FOUND = Stream.of(
                    "org.springframework.test.context.BootstrapWith",
                    "org.springframework.test.context.ContextConfiguration")
            .flatMap(SpringMarks::load)
            .<Class<? extends Annotation>>map(type -> type.asSubclass(Annotation.class))
            .toList();

    private SpringMarks() {}

    private static Stream<Class<?>> load(String name) {
        try {
            return Stream.of(Class.forName(name));
        } catch (ClassNotFoundException noSpring) {
            return Stream.empty();
        }
    }
}
