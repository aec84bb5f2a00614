package io.rapport.gateway.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.events.Device;
import io.rapport.events.DeviceType;
import io.rapport.events.OsFamily;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserAgentLibraryTest {
    private static final UserAgentLibrary LIBRARY = new UserAgentLibrary(UserAgents.LONGEST);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 | DESKTOP | WINDOWS
            Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15 | DESKTOP | MACOS
            Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0 | DESKTOP | LINUX
            Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 | DESKTOP | CHROME_OS
            Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1 | MOBILE | IOS
            Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36 | MOBILE | ANDROID
            Mozilla/5.0 (SMART-TV; Linux; Tizen 5.0) AppleWebKit/538.1 (KHTML, like Gecko) Version/5.0 TV Safari/538.1 | TV | LINUX
            Googlebot/2.1 (+http://www.google.com/bot.html) | OTHER | OTHER
            """)
    void readsUserAgents(String agent, DeviceType type, OsFamily os) {
        assertThat(LIBRARY.read(agent)).isEqualTo(new Device(type, os));
    }
}
