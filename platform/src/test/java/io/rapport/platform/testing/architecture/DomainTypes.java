package io.rapport.platform.testing.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;

/**
 * What a feature is about: the records and enums of a service that are neither named for a part which
 * touches the outside (a store, a resource, …), nor made such a part by an annotation.
 */
final class DomainTypes extends DescribedPredicate<JavaClass> {
    /** The other modules are about no business. */
    private static final Set<String> SERVICES = Set.of("profile", "recommendation", "campaign", "survey");

    private static final Set<String> OUTER_PARTS =
            Set.of("Service", "Store", "Resource", "Consumer", "View", "Request", "Entity", "Filter", "Config", "Row");
    private static final List<String> MAKERS =
            List.of("jakarta.", "io.quarkus.", "io.smallrye.", "org.eclipse.microprofile.");

    DomainTypes() {
        super("are domain types");
    }

    @Override
    public boolean test(JavaClass type) {
        JavaClass outermost = ArchitectureRules.outermost(type);
        return SERVICES.contains(StayAtHome.module(type))
                && (type.isRecord() || type.isEnum())
                && OUTER_PARTS.stream().noneMatch(outermost.getSimpleName()::endsWith)
                && outermost.getAnnotations().stream().noneMatch(DomainTypes::makesAPart);
    }

    private static boolean makesAPart(JavaAnnotation<?> annotation) {
        return MAKERS.stream().anyMatch(annotation.getRawType().getName()::startsWith);
    }
}
