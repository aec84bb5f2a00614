package io.rapport.platform.testing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The laws of the design that bytecode can show, for a module's own small test to apply to its packages. */
public final class ArchitectureRules {
    private static final String[] FRAMEWORKS = {"io.quarkus..", "jakarta..", "io.vertx..", "org.hibernate.."};

    private static final Path SOURCES = Path.of("src", "main");

    private static final ArchRule SERVICES_TALK_OVER_KAFKA_ONLY = classes()
            .should(new StayAtHome())
            .because("a service that needs another's facts builds a read model of its own from events");

    private static final ArchRule FEATURES_DO_NOT_DEPEND_ON_ONE_ANOTHER_IN_CIRCLES =
            slices().matching("io.rapport.*.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    private static final ArchRule DOMAIN_TYPES_IMPORT_NO_FRAMEWORK = noClasses()
            .that(new DomainTypes())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FRAMEWORKS)
            .allowEmptyShould(true);

    private static final ArchRule ENTITIES_NEVER_LEAVE_THEIR_PACKAGE = classes()
            .that()
            .areAnnotatedWith("jakarta.persistence.Entity")
            .should(new StayInTheirPackage())
            .allowEmptyShould(true);

    private static final ArchRule NOTHING_SLEEPS = noClasses()
            .should()
            .accessTargetWhere(new Sleeping())
            .because("what waits is called back, or polls a condition with a deadline");

    private static final ArchRule BUSINESS_TIME_IS_INJECTED = noClasses()
            .that(new ReadsBusinessTime())
            .should()
            .accessTargetWhere(new TellingSystemTime())
            .because("windows, caps and journeys are tested on a virtual clock; @SystemTime names the exceptions");

    private static final ArchRule LOGS_ARE_LOGGED = noClasses()
            .that()
            .doNotHaveSimpleName("Bootstrap")
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
            .because("logs are structured; only the first login is printed, once, for it must not stand in a log");

    private static final List<ArchRule> LAWS = List.of(
            SERVICES_TALK_OVER_KAFKA_ONLY,
            FEATURES_DO_NOT_DEPEND_ON_ONE_ANOTHER_IN_CIRCLES,
            DOMAIN_TYPES_IMPORT_NO_FRAMEWORK,
            ENTITIES_NEVER_LEAVE_THEIR_PACKAGE,
            NOTHING_SLEEPS,
            BUSINESS_TIME_IS_INJECTED,
            LOGS_ARE_LOGGED);

    private ArchitectureRules() {}

    /** A test for each law, over the main classes of these packages. */
    public static Stream<DynamicTest> laws(String... packages) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(packages);
        return Stream.concat(
                LAWS.stream().map(law -> DynamicTest.dynamicTest(law.getDescription(), () -> law.check(classes))),
                Stream.of(DynamicTest.dynamicTest(
                        "SQL should not tell the time",
                        () -> assertThat(SqlTellsNoTime.violations(SOURCES)).isEmpty())));
    }

    /** What these classes do against the laws, law by law. */
    public static List<String> violations(JavaClasses classes) {
        return LAWS.stream()
                .map(law -> law.evaluate(classes).getFailureReport().toString())
                .toList();
    }

    /** The class that a nested one stands in, or itself. */
    static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureRules::outermost).orElse(type);
    }
}
