package io.rapport.platform.testing.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Be used by classes of the same package alone. */
final class StayInTheirPackage extends ArchCondition<JavaClass> {
    StayInTheirPackage() {
        super("be used in their own package only");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesToSelf().stream()
                .filter(dependency -> !dependency.getOriginClass().getPackage().equals(type.getPackage()))
                .forEach(dependency ->
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
    }
}
