package dev.keshi.test.architecture;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** An operation, or its controller, has {@code @PreAuthorize} or an annotation made of it. */
final class SayWhoMayUseThem extends ArchCondition<JavaMethod> {

    private static final String AUTHORISED = "org.springframework.security.access.prepost.PreAuthorize";

    SayWhoMayUseThem() {
        super("say who may use them");
    }

    @Override
    public void check(JavaMethod operation, ConditionEvents events) {
        boolean said = says(operation);
        events.add(new SimpleConditionEvent(
                operation, said, operation.getFullName() + (said ? " says" : " does not say") + " who may use it"));
    }

    private static boolean says(JavaMethod operation) {
        return operation.isAnnotatedWith(AUTHORISED)
                || operation.isMetaAnnotatedWith(AUTHORISED)
                || operation.getOwner().isAnnotatedWith(AUTHORISED)
                || operation.getOwner().isMetaAnnotatedWith(AUTHORISED);
    }
}
