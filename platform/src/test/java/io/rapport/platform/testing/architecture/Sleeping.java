package io.rapport.platform.testing.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A call that puts a thread to sleep. */
final class Sleeping extends DescribedPredicate<JavaAccess<?>> {
    private static final Set<String> OWNERS = Set.of(Thread.class.getName(), TimeUnit.class.getName());

    Sleeping() {
        super("puts a thread to sleep");
    }

    @Override
    public boolean test(JavaAccess<?> access) {
        return access.getTarget().getName().equals("sleep")
                && OWNERS.contains(access.getTarget().getOwner().getName());
    }
}
