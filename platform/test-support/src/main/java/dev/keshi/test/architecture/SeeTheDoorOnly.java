package dev.keshi.test.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Inside the service, only public types of feature packages, and none that is about the store. */
final class SeeTheDoorOnly extends ArchCondition<JavaClass> {

    private final String root;

    SeeTheDoorOnly(String root) {
        super("see only public types that are not about the store, and no other feature's edge");
        this.root = root;
    }

    @Override
    public void check(JavaClass edge, ConditionEvents events) {
        edge.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> !isAllowed(edge, dependency.getTargetClass()))
                .map(Dependency::getDescription)
                .distinct()
                .forEach(description -> events.add(SimpleConditionEvent.violated(edge, description)));
    }

    private boolean isAllowed(JavaClass edge, JavaClass target) {
        if (isAboutMongo(target)) {
            return false;
        }
        boolean ownPackage = target.getPackageName().equals(edge.getPackageName());
        boolean elsewhere = !target.getPackageName().startsWith(root);
        return ownPackage || elsewhere || isDoor(edge, target);
    }

    private static boolean isDoor(JavaClass edge, JavaClass target) {
        boolean visible = target.getModifiers().contains(JavaModifier.PUBLIC);
        boolean edgeOfAnother = isEdge(target) && !featureOf(target).equals(featureOf(edge));
        return visible && !edgeOfAnother;
    }

    private static boolean isAboutMongo(JavaClass target) {
        String name = outermost(target).getSimpleName();
        String home = target.getPackageName();
        return (name.startsWith("Mongo") && home.startsWith("dev.keshi."))
                || (name.endsWith("Document") && home.startsWith("dev.keshi."))
                || home.startsWith("org.springframework.data.mongodb")
                || home.startsWith("com.mongodb");
    }

    private static boolean isEdge(JavaClass type) {
        return !featureOf(type).equals(type.getPackageName());
    }

    /** The package above {@code web} or {@code messaging}. */
    private static String featureOf(JavaClass type) {
        return type.getPackageName().replaceFirst("\\.(web|messaging)(\\..*)?$", "");
    }

    static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(SeeTheDoorOnly::outermost).orElse(type);
    }
}
