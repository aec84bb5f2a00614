package io.rapport.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.rapport.platform.testing.architecture.ArchitectureRules;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The laws against classes that break them. */
class ArchitectureRulesTest {
    private static final List<String> VIOLATIONS = ArchitectureRules.violations(
            new ClassFileImporter().importPackages("io.rapport.campaign", "io.rapport.survey"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "use no other module of the suite|campaign.one.Neighbour.quiz",
                "free of cycles|campaign.two.Round.neighbour",
                "domain types|campaign.one.Journey.vertx",
                "used in their own package only|campaign.two.Round.entity",
                "puts a thread to sleep|LateStore.store",
                "tells the system's time|LateStore.millis",
                "tells the system's time|java.time.Instant.now",
                "access standard streams|LateStore.store"
            })
    void aBrokenLawIsSeen(String law, String culprit) {
        assertThat(VIOLATIONS).anyMatch(violation -> violation.contains(law) && violation.contains(culprit));
    }
}
