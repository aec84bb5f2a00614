package io.rapport.profile.computed.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import nl.basjes.parse.useragent.UserAgent;
import nl.basjes.parse.useragent.UserAgentAnalyzer;

/**
 * Reads user agents with Yauaa, and what the context says itself, which comes first, as {@link ContextDevices} does. The
 * library takes some seconds and about 120 MB when it is first needed, and a millisecond for a user agent that it has not
 * seen lately.
 */
public final class UserAgentDevices implements DeviceReader {
    private static final int CACHED = 10_000;
    /** What is longer is cut, for the library keeps what it was asked. */
    private static final int LONGEST = 512;

    private final DeviceReader plain = new ContextDevices();

    /** Made when the first user agent comes. */
    private static final class Library {
        static final UserAgentAnalyzer ANALYZER = UserAgentAnalyzer.newBuilder()
                .hideMatcherLoadStats()
                .withFields(UserAgent.DEVICE_CLASS, UserAgent.OPERATING_SYSTEM_NAME)
                .withCache(CACHED)
                .withUserAgentMaxLength(LONGEST)
                .immediateInitialization()
                .build();
    }

    @Override
    public Optional<Device> read(JsonNode context) {
        String said = context.path("userAgent").asText("");
        String agent = said.substring(0, Math.min(said.length(), LONGEST));
        Optional<Device> own = agent.isEmpty() ? plain.read(context) : plain.read(withoutAgent(context));
        boolean isWhole = own.filter(device -> device.type() != DeviceType.OTHER && device.os() != OsFamily.OTHER)
                .isPresent();
        if (agent.isEmpty() || isWhole) {
            return own;
        }
        Device seen = seen(agent);
        return Optional.of(own.map(device -> completed(device, seen)).orElse(seen));
    }

    private static JsonNode withoutAgent(JsonNode context) {
        ObjectNode rest = ((ObjectNode) context).objectNode();
        for (String part : new String[] {"device", "os", "userAgentData"}) {
            if (context.has(part)) {
                rest.set(part, context.get(part));
            }
        }
        return rest;
    }

    private static Device completed(Device said, Device seen) {
        return new Device(
                said.type() == DeviceType.OTHER ? seen.type() : said.type(),
                said.os() == OsFamily.OTHER ? seen.os() : said.os());
    }

    private static Device seen(String agent) {
        UserAgent read = Library.ANALYZER.parse(agent);
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
