package dev.keshi.test.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;

/** No name that fits any class. A manager is also a person of the domain: of a department, or a case of a sealed type. */
final class BeNamedForWhatTheyAre extends ArchCondition<JavaClass> {

    private static final List<String> EMPTY_WORDS = List.of("Util", "Utils", "Helper", "Helpers", "Impl");
    private static final Set<String> PEOPLE = Set.of("DepartmentManager");

    BeNamedForWhatTheyAre() {
        super("be named for what they are");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        String name = type.getSimpleName();
        boolean person = PEOPLE.contains(name) || type.getEnclosingClass().isPresent();
        if (EMPTY_WORDS.stream().anyMatch(name::endsWith) || (name.endsWith("Manager") && !person)) {
            events.add(SimpleConditionEvent.violated(type, type.getName() + " has a name that fits any class"));
        }
    }
}
