package io.rapport.dev.launch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.dev.process.Ports;
import io.rapport.dev.process.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BusyPortsTest {
    @Test
    void aBusyPortIsNamedWithThePartThatNeedsItAndTheKeyThatMovesIt() throws IOException {
        // Given
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Settings settings = settings(Map.of("RAPPORT_SURVEY_PORT", String.valueOf(other.getLocalPort())));

            // When
            assertThatThrownBy(() -> BusyPorts.refuse(settings))
                    // Then
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("Port " + other.getLocalPort())
                    .hasMessageContaining("survey-service")
                    .hasMessageContaining("RAPPORT_SURVEY_PORT=");
        }
    }

    @Test
    void aProgramThatListensOnEveryInterfaceIsNoticedToo() throws IOException {
        try (ServerSocket other = new ServerSocket()) {
            other.bind(new InetSocketAddress(0));
            Settings settings = settings(Map.of("RAPPORT_REDIS_PORT", String.valueOf(other.getLocalPort())));

            assertThatThrownBy(() -> BusyPorts.refuse(settings)).hasMessageContaining("RAPPORT_REDIS_PORT");
        }
    }

    @Test
    void theEmbeddedServersPortDoesNotMatterWhereAnExternalOneIsUsed() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            External external = new External(Optional.empty(), Optional.of("redis://cache:6379"), Optional.empty());
            Settings settings = settings(Map.of("RAPPORT_REDIS_PORT", String.valueOf(other.getLocalPort())), external);

            assertThatCode(() -> BusyPorts.refuse(settings)).doesNotThrowAnyException();
        }
    }

    @Test
    void aPortThatIsNoNumberIsRefusedByItsKey() {
        assertThatThrownBy(() -> settings(Map.of("RAPPORT_GATEWAY_PORT", "http")))
                .hasMessageContaining("RAPPORT_GATEWAY_PORT");
    }

    private static Settings settings(Map<String, String> environment) {
        return settings(environment, External.NONE);
    }

    /** Free ports for all that the test does not name. */
    private static Settings settings(Map<String, String> environment, External external) {
        Map<String, String> all = new HashMap<>();
        for (Part part : Part.values()) {
            all.put(part.portKey(), String.valueOf(Ports.free()));
        }
        all.putAll(environment);
        return Settings.of(all, external, false);
    }
}
