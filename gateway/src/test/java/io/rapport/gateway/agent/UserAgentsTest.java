package io.rapport.gateway.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.events.Device;
import io.rapport.events.DeviceType;
import io.rapport.events.OsFamily;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UserAgentsTest {
    private static final String PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 "
            + "(KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";
    private static final String ROBOT = "Googlebot/2.1 (+http://www.google.com/bot.html)";
    private static final Map<String, Device> BOTH = Map.of(
            PHONE, new Device(DeviceType.MOBILE, OsFamily.IOS), ROBOT, new Device(DeviceType.OTHER, OsFamily.OTHER));

    @Inject
    UserAgents agents;

    private Map<String, Device> read(String... all) throws Exception {
        return agents.read(Set.of(all))
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    @Test
    void saysWhatEachIsWhetherItWasSeenOrNot() throws Exception {
        assertThat(read(PHONE)).containsOnlyKeys(PHONE);
        assertThat(read(PHONE, ROBOT)).isEqualTo(BOTH);
        assertThat(agents.read(BOTH.keySet()).isComplete())
                .as("both are known at once now")
                .isTrue();
        assertThat(read(PHONE, ROBOT)).isEqualTo(BOTH);
    }

    @Test
    void moreThanMayWaitAreLeftOutAtOnce() {
        Set<String> many =
                IntStream.range(0, 2_000).mapToObj(i -> "Unheard-of/" + i).collect(Collectors.toSet());

        assertThat(agents.read(many).result()).isEmpty();
    }

    @Test
    void saysNothingOfNobody() {
        assertThat(agents.read(Set.of()).result()).isEmpty();
    }
}
