package io.rapport.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigTest {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private static PlatformConfig config(String... settings) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            values.put(settings[i], settings[i + 1]);
        }
        return new SmallRyeConfigBuilder()
                .withMapping(PlatformConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(PlatformConfig.class);
    }

    @Test
    void everythingHasADefaultThatIsRightForALaptop() {
        PlatformConfig config = config();

        assertThat(config.production()).isFalse();
        assertThat(config.topics().prefix()).isEqualTo("rapport.");
        assertThat(config.consent().defaults().marketing()).isEqualTo(PlatformConfig.ConsentDefault.DENIED);
    }

    @Test
    void aMisspelledKeyIsRefused() {
        assertThatThrownBy(() -> config("rapport.consent.default.marketting", "granted"))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining("rapport.consent.default.marketting");
        assertThatThrownBy(() -> config("rapport.consent.default.marketing", "perhaps"))
                .isInstanceOf(ConfigValidationException.class);
    }

    @Test
    void productionNamesEveryUnsafeSetting() {
        PlatformConfig unsafe = config(
                "rapport.production", "true",
                "rapport.clock.control", "true",
                "rapport.secrets.key", "c2hvcnQ=",
                "rapport.database.host", "db",
                "rapport.database.port", "5432",
                "rapport.database.name", "rapport",
                "rapport.database.username", "rapport",
                "rapport.database.password", "rapport");

        assertThat(ProductionGuard.faults(unsafe))
                .containsExactly(
                        "rapport.clock.control must be false",
                        "rapport.internal.public-keys must be set",
                        "rapport.secrets.key must be 32 bytes in base64",
                        "rapport.database.password must not be the default");
        assertThatThrownBy(() -> new ProductionGuard(unsafe).check(null))
                .hasMessageStartingWith("Not safe for production: rapport.clock.control");
    }

    @Test
    void aLaptopMayAndASafeProductionDoesStart() {
        new ProductionGuard(config("rapport.clock.control", "true")).check(null);
        new ProductionGuard(config(
                        "rapport.production",
                        "true",
                        "rapport.internal.public-keys",
                        "key",
                        "rapport.secrets.key",
                        KEY))
                .check(null);
    }

    @Test
    void aSealedSecretOpensWithItsKeyAlone() {
        SecretBox box = new SecretBox(config("rapport.secrets.key", KEY));
        SecretBox other = new SecretBox(config(
                "rapport.secrets.key",
                Base64.getEncoder().encodeToString("x".repeat(32).getBytes(StandardCharsets.UTF_8))));

        String sealed = box.seal("sesame ✓");

        assertThat(box.open(sealed)).isEqualTo("sesame ✓");
        assertThat(box.seal("sesame ✓")).isNotEqualTo(sealed);
        assertThatThrownBy(() -> other.open(sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> box.open(tampered(sealed))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> box.open("no base64!")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> box.open("AAAA")).isInstanceOf(IllegalStateException.class);
    }

    private static String tampered(String sealed) {
        byte[] bytes = Base64.getDecoder().decode(sealed);
        bytes[bytes.length - 1] ^= 1;
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void withoutAProperKeyNothingIsSealed() {
        assertThatThrownBy(() -> new SecretBox(config()).seal("a")).hasMessage("rapport.secrets.key is not set");
        assertThatThrownBy(() -> new SecretBox(config("rapport.secrets.key", "AAAA")).seal("a"))
                .hasMessage("rapport.secrets.key is not 32 bytes in base64");
    }
}
