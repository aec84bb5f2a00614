package io.rapport.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.dev.RunningHouse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A reader's first hour: {@code ./rapport up}, then every command of the README and of the guides, in their order. */
class GuideTest {
    private static final Path ROOT = Path.of(System.getProperty("rapport.root", ".."));
    private static final List<String> GUIDES = List.of("README.md", "docs/guides/import.md", "docs/guides/segments.md");

    private static RunningHouse house;

    @BeforeAll
    static void up() {
        house = RunningHouse.start(ROOT.resolve("docs/target/house"));
    }

    @AfterAll
    static void down() {
        house.close();
    }

    @TestFactory
    Stream<DynamicContainer> everyCommandDoesWhatTheTextSays() throws IOException {
        List<DynamicContainer> guides = new ArrayList<>();
        for (String guide : GUIDES) {
            Shell shell = new Shell(house.folder(), house.environment());
            List<DynamicTest> steps = Guide.steps(ROOT.resolve(guide)).stream()
                    .map(step -> DynamicTest.dynamicTest(guide + ":" + step.line(), () -> run(shell, step)))
                    .toList();
            guides.add(DynamicContainer.dynamicContainer(guide, steps));
        }
        return guides.stream();
    }

    private static void run(Shell shell, GuideStep step) throws IOException, InterruptedException {
        long end = System.nanoTime() + step.within().toNanos();
        Shell.Result result = shell.run(step.commands());
        while (!holds(step, result) && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            result = shell.run(step.commands());
        }
        String printed = result.output();
        assertThat(result.exit()).as(printed).isZero();
        assertThat(step.expected()).allSatisfy(text -> assertThat(printed).contains(text));
    }

    private static boolean holds(GuideStep step, Shell.Result result) {
        return result.exit() == 0 && step.expected().stream().allMatch(result.output()::contains);
    }
}
