package io.rapport.gateway.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.events.EventType;
import io.rapport.events.RawEvent;
import io.rapport.events.SourceType;
import io.rapport.gateway.testing.Ready;
import io.rapport.gateway.testing.Shop;
import io.rapport.gateway.testing.Stored;
import io.rapport.gateway.testing.Surroundings;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** {@code @segment/analytics-node}, installed by its lock file and run by Node. */
@QuarkusTest
@Surroundings
class SegmentNodeSdkTest {
    private static final Path SOURCE = Path.of("src/test/node");
    private static final Path FOLDER = Path.of("target/node");

    @Inject
    Shop shop;

    @Inject
    Ready ready;

    @Inject
    Stored stored;

    @TestHTTPResource("/")
    String gateway;

    @Test
    void everythingThatTheSdkSendsIsStored() throws IOException, InterruptedException {
        // Given
        assumeTrue(exists("node") && exists("npm"), "Node is not installed, so its SDK cannot be run");
        install();
        Shop.Source source = ready.knows(shop.source(SourceType.SERVER));

        // When
        String output = run("node", "send.mjs", gateway.substring(0, gateway.length() - 1), source.writeKey());

        // Then
        assertThat(output).contains("delivered 206, failed 0");
        List<RawEvent> events = stored.events(source.id());
        assertThat(events).hasSize(206);
        assertThat(events).extracting(RawEvent::type).contains(EventType.values());
        assertThat(stored.rejected(source.id())).isEmpty();
        assertThat(events)
                .allSatisfy(event -> assertThat(
                                event.event().at("/context/library/name").textValue())
                        .isEqualTo("@segment/analytics-node"));
        assertThat(events).extracting(RawEvent::messageId).doesNotHaveDuplicates();
    }

    /** Only a command that cannot be started is not there; a slow machine is no reason to prove less. */
    private static boolean exists(String command) throws InterruptedException {
        try {
            return new ProcessBuilder(command, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void install() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        for (String file : List.of("package.json", "package-lock.json", "send.mjs")) {
            Files.copy(SOURCE.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(FOLDER.toAbsolutePath(), "output", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(180, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        String text = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as("%s: %s", String.join(" ", command), text)
                .isZero();
        return text;
    }
}
