package io.rapport.platform.testing.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import io.rapport.platform.clock.SystemTime;

/** Whoever is not excepted, by being the clock itself or by a reason given. */
final class ReadsBusinessTime extends DescribedPredicate<JavaClass> {
    ReadsBusinessTime() {
        super("are neither the clock nor marked @SystemTime");
    }

    @Override
    public boolean test(JavaClass type) {
        return !type.getPackageName().equals(SystemTime.class.getPackageName())
                && !ArchitectureRules.outermost(type).isAnnotatedWith(SystemTime.class);
    }
}
