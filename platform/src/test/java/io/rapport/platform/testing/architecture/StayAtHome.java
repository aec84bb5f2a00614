package io.rapport.platform.testing.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Use, of all of the suite, the own module and what is made to be shared. */
final class StayAtHome extends ArchCondition<JavaClass> {
    private static final String SUITE = "io.rapport.";

    StayAtHome() {
        super("use no other module of the suite than its own, platform and events");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        String home = module(type);
        type.getDirectDependenciesFromSelf().stream()
                .filter(dependency ->
                        dependency.getTargetClass().getPackageName().startsWith(SUITE))
                .filter(dependency -> !mayUse(home, module(dependency.getTargetClass())))
                .forEach(dependency ->
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
    }

    private static boolean mayUse(String home, String other) {
        return other.equals(home) || other.equals("events") || (other.equals("platform") && !home.equals("events"));
    }

    static String module(JavaClass type) {
        String rest = (type.getPackageName() + ".").substring(SUITE.length());
        return rest.substring(0, rest.indexOf('.'));
    }
}
