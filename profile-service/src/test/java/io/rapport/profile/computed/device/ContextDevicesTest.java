package io.rapport.profile.computed.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.events.Device;
import io.rapport.events.DeviceType;
import io.rapport.events.OsFamily;
import io.rapport.profile.condition.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextDevicesTest {
    private static Device device(String context) {
        return ContextDevices.read(Json.of(context)).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 | DESKTOP | WINDOWS
            Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.5 Safari/605.1.15 | DESKTOP | MACOS
            Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0 | DESKTOP | LINUX
            Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/126.0 | DESKTOP | CHROME_OS
            Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 | MOBILE | IOS
            Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 | TABLET | IOS
            Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36 | MOBILE | ANDROID
            Mozilla/5.0 (Linux; Android 13; SM-X710) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 | TABLET | ANDROID
            Mozilla/5.0 (SMART-TV; Linux; Tizen 7.0) AppleWebKit/537.36 | TV | LINUX
            curl/8.5.0 | OTHER | OTHER
            """)
    void readsUserAgents(String agent, DeviceType type, OsFamily os) {
        assertThat(device("{'userAgent':'" + agent + "'}")).isEqualTo(new Device(type, os));
    }

    @Test
    void readsWhatAppsSay() {
        assertThat(device("{'device':{'type':'ios','model':'iPhone15,2'},'os':{'name':'iOS'}}"))
                .isEqualTo(new Device(DeviceType.MOBILE, OsFamily.IOS));
        assertThat(device("{'device':{'type':'android'},'os':{'name':'Android'}}"))
                .isEqualTo(new Device(DeviceType.MOBILE, OsFamily.ANDROID));
    }

    @Test
    void whatTheGatewayTookTheUserAgentToBeGoesBeforeItsTokens() {
        assertThat(device("{'userAgent':'Mozilla/5.0 (Macintosh)','userAgentDevice':{'type':'tablet','os':'iOS'}}"))
                .isEqualTo(new Device(DeviceType.TABLET, OsFamily.IOS));
    }

    @Test
    void whatTheAppSaysGoesBeforeIt() {
        assertThat(device("{'device':{'type':'tablet'},'userAgentDevice':{'type':'mobile','os':'Android'}}"))
                .isEqualTo(new Device(DeviceType.TABLET, OsFamily.ANDROID));
    }

    @Test
    void whatANewerGatewaySaysAndNobodyKnowsHereIsOther() {
        assertThat(device("{'userAgentDevice':{'type':'fridge','os':'FridgeOS'}}"))
                .isEqualTo(new Device(DeviceType.OTHER, OsFamily.OTHER));
    }

    @Test
    void aBackEndHasNoDevice() {
        assertThat(ContextDevices.read(Json.of("{'library':{'name':'analytics-java'},'userAgent':7}")))
                .isEmpty();
    }
}
