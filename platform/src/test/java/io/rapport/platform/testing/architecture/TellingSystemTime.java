package io.rapport.platform.testing.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.time.Clock;
import java.util.Date;
import java.util.List;

/** A call (or a method reference) that asks the system what time it is; {@link System#nanoTime} measures, and may. */
final class TellingSystemTime extends DescribedPredicate<JavaAccess<?>> {
    TellingSystemTime() {
        super("tells the system's time");
    }

    @Override
    public boolean test(JavaAccess<?> access) {
        return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target && tells(target);
    }

    private static boolean tells(AccessTarget.CodeUnitAccessTarget target) {
        String owner = target.getOwner().getName();
        List<String> parameters = target.getRawParameterTypes().stream()
                .map(type -> type.getName())
                .toList();
        return switch (target.getName()) {
            case "now" -> owner.startsWith("java.time.") && !parameters.contains(Clock.class.getName());
            case "currentTimeMillis" -> owner.equals(System.class.getName());
            case "systemUTC", "systemDefaultZone", "system" -> owner.startsWith("java.time.");
            case "<init>" -> owner.equals(Date.class.getName()) && parameters.isEmpty();
            default -> false;
        };
    }
}
