package io.rapport.recommendation;

import io.rapport.platform.testing.architecture.ArchitectureRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
    @TestFactory
    Stream<DynamicTest> holdsTheLawsOfTheDesign() {
        return ArchitectureRules.laws("io.rapport.recommendation");
    }
}
