package io.rapport.gateway.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.gateway.GatewayConfig;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocationHeadersTest {
    private record Names(Optional<String> country, Optional<String> region, Optional<String> city)
            implements GatewayConfig.LocationHeader {}

    private static final LocationHeaders CDN = new LocationHeaders(
            new Names(Optional.of("CF-IPCountry"), Optional.of("CF-Region-Code"), Optional.of("CF-IPCity")));

    @Test
    void readsWhatTheNamedHeadersSay() {
        Map<String, String> sent = Map.of("CF-IPCountry", "nl", "CF-Region-Code", "UT", "CF-IPCity", "Utrecht");

        assertThat(String.valueOf(CDN.read(sent::get)))
                .isEqualTo("{\"country\":\"NL\",\"region\":\"UT\",\"city\":\"Utrecht\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"XX", "T1", "", "Netherlands", "N"})
    void whatIsNoCountryIsNowhere(String country) {
        assertThat(CDN.read(Map.of("CF-IPCountry", country, "CF-IPCity", "Utrecht")::get))
                .isNull();
    }

    @Test
    void noHeaderIsBelievedThatIsNotNamed() {
        LocationHeaders none = new LocationHeaders(new Names(Optional.empty(), Optional.empty(), Optional.empty()));

        assertThat(none.read(Map.of("CF-IPCountry", "NL")::get)).isNull();
    }
}
