package dev.keshi.test.architecture;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

final class NotBeInjected extends ArchCondition<JavaField> {

    private static final List<String> INJECTED = List.of(
            "org.springframework.beans.factory.annotation.Autowired",
            "org.springframework.beans.factory.annotation.Value",
            "jakarta.inject.Inject",
            "jakarta.annotation.Resource");

    NotBeInjected() {
        super("not be injected");
    }

    @Override
    public void check(JavaField field, ConditionEvents events) {
        if (INJECTED.stream().anyMatch(field::isAnnotatedWith)) {
            events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is injected"));
        }
    }
}
