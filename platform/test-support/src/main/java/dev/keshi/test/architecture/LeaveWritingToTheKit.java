package dev.keshi.test.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What says by effects or projected fields what an event leads to neither reads nor writes a store, its own class followed. */
final class LeaveWritingToTheKit extends ArchCondition<JavaMethod> {

    private static final Set<String> ANSWERS = Set.of("Effect", "Projected");
    private static final Set<String> STORES =
            Set.of("MongoOperations", "MongoTemplate", "MongoCollection", "MongoDatabase", "MongoClient");
    private static final Set<String> COMMANDS =
            Set.of("create", "createMissing", "change", "batch", "find", "inTransaction");

    LeaveWritingToTheKit() {
        super("leave writing to the kit");
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        if (method.getReturnType().getAllInvolvedRawTypes().stream().anyMatch(LeaveWritingToTheKit::isAnswer)) {
            follow(method, method, new HashSet<>(), events);
        }
    }

    private static void follow(
            JavaMethod handler, JavaCodeUnit method, Set<JavaCodeUnit> seen, ConditionEvents events) {
        if (!seen.add(method)) {
            return;
        }
        Stream.<AccessTarget.CodeUnitAccessTarget>concat(
                        method.getMethodCallsFromSelf().stream().map(call -> call.getTarget()),
                        method.getMethodReferencesFromSelf().stream().map(reference -> reference.getTarget()))
                .forEach(target -> {
                    if (isStore(target)) {
                        events.add(SimpleConditionEvent.violated(
                                handler, handler.getFullName() + " calls " + target.getFullName()));
                    } else if (target.getOwner().equals(method.getOwner())) {
                        target.resolveMember().ifPresent(own -> follow(handler, own, seen, events));
                    }
                });
    }

    private static boolean isAnswer(JavaClass type) {
        return type.getPackageName().endsWith("messaging.consumer") && ANSWERS.contains(type.getSimpleName());
    }

    private static boolean isStore(AccessTarget target) {
        var owner = target.getOwner().getSimpleName();
        return STORES.contains(owner) || (owner.startsWith("Aggregate") && COMMANDS.contains(target.getName()));
    }
}
