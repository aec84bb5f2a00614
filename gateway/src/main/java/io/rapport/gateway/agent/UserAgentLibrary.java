package io.rapport.gateway.agent;

import io.rapport.events.Device;
import io.rapport.events.DeviceType;
import io.rapport.events.OsFamily;
import java.util.Locale;
import nl.basjes.parse.useragent.UserAgent;
import nl.basjes.parse.useragent.UserAgentAnalyzer;

/** Reads user agents with Yauaa, one at a time. It takes some seconds and 110 MB to make, and about a millisecond to ask. */
final class UserAgentLibrary {
    private final UserAgentAnalyzer analyzer;

    UserAgentLibrary(int longest) {
        this.analyzer = UserAgentAnalyzer.newBuilder()
                .hideMatcherLoadStats()
                .withFields(UserAgent.DEVICE_CLASS, UserAgent.OPERATING_SYSTEM_NAME)
                .withoutCache()
                .withUserAgentMaxLength(longest)
                .immediateInitialization()
                .build();
    }

    Device read(String agent) {
        UserAgent read = analyzer.parse(agent);
        return new Device(
                type(read.getValue(UserAgent.DEVICE_CLASS)), os(read.getValue(UserAgent.OPERATING_SYSTEM_NAME)));
    }

    /** The library's classes; a robot or a car is none of ours. */
    private static DeviceType type(String deviceClass) {
        return switch (deviceClass) {
            case "Desktop" -> DeviceType.DESKTOP;
            case "Phone", "Mobile", "Watch" -> DeviceType.MOBILE;
            case "Tablet", "eReader" -> DeviceType.TABLET;
            case "TV", "Set-top box" -> DeviceType.TV;
            default -> DeviceType.OTHER;
        };
    }

    private static OsFamily os(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) {
            return OsFamily.WINDOWS;
        }
        return switch (lower) {
            case "mac os", "mac os x", "macos", "darwin" -> OsFamily.MACOS;
            case "ios", "ipados", "tvos", "watchos" -> OsFamily.IOS;
            case "android", "fire os", "wear os" -> OsFamily.ANDROID;
            case "chrome os" -> OsFamily.CHROME_OS;
            case "linux", "ubuntu", "fedora", "debian", "tizen", "webos" -> OsFamily.LINUX;
            default -> OsFamily.OTHER;
        };
    }
}
