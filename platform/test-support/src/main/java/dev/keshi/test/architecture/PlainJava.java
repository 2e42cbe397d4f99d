package dev.keshi.test.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatchers;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The types of features that are not, by their name or place, where Spring is expected. */
final class PlainJava extends DescribedPredicate<JavaClass> {

    private static final List<String> SPRING_SUFFIXES =
            List.of("Service", "Queries", "Document", "Configuration", "Properties", "Application", "package-info");

    private final String root;
    private final PackageMatchers springPackages;

    PlainJava(String root, Collection<String> springPackages) {
        super("aggregates, values, events or ports");
        this.root = root;
        this.springPackages = PackageMatchers.of(
                Stream.concat(Stream.of(root + "..web..", root + "..messaging.."), springPackages.stream())
                        .toList());
    }

    @Override
    public boolean test(JavaClass type) {
        String name = SeeTheDoorOnly.outermost(type).getSimpleName();
        return type.getPackageName().startsWith(root)
                && !springPackages.test(type.getPackageName())
                && !name.startsWith("Mongo")
                && SPRING_SUFFIXES.stream().noneMatch(name::endsWith);
    }
}
