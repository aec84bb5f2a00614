package io.rapport.profile.computed.device;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.Device;
import io.rapport.events.DeviceType;
import io.rapport.events.OsFamily;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the device out of a call's context, and out of nothing else, or recomputations would differ: Segment's
 * {@code context.device.type}, {@code context.os.name} and {@code context.userAgentData.platform}, and where they are silent
 * what the gateway's library took {@code context.userAgent} to be. Where the gateway said nothing, the user agent is read by
 * the tokens that RFC 9110 and browsers' habits put there; an iPad with a desktop's user agent is a Mac then.
 */
public final class ContextDevices {
    /** The field of a stored context that holds what the gateway took its user agent to be. */
    public static final String SEEN = "userAgentDevice";

    private static final int LONGEST = 1_024;
    /** In this order, for an Android device's user agent names Linux, and Windows Phone's once named Android. */
    private static final List<Map.Entry<String, OsFamily>> SYSTEMS = List.of(
            Map.entry("windows", OsFamily.WINDOWS),
            Map.entry("iphone", OsFamily.IOS),
            Map.entry("ipad", OsFamily.IOS),
            Map.entry("ipod", OsFamily.IOS),
            Map.entry("ios", OsFamily.IOS),
            Map.entry("tvos", OsFamily.IOS),
            Map.entry("android", OsFamily.ANDROID),
            Map.entry("cros", OsFamily.CHROME_OS),
            Map.entry("chrome os", OsFamily.CHROME_OS),
            Map.entry("mac os", OsFamily.MACOS),
            Map.entry("macos", OsFamily.MACOS),
            Map.entry("macintosh", OsFamily.MACOS),
            Map.entry("linux", OsFamily.LINUX));

    private static final List<String> TELEVISIONS =
            List.of("smart-tv", "smarttv", "appletv", "apple tv", "googletv", "android tv", "hbbtv", "tvos", "roku");
    private static final List<String> TABLETS = List.of("ipad", "tablet", "kindle", "silk/");
    private static final List<String> PHONES = List.of("mobile", "iphone", "ipod", "windows phone");

    private ContextDevices() {}

    /** Empty where the context says nothing of one, as a back end's. */
    public static Optional<Device> read(JsonNode context) {
        JsonNode seen = context.path(SEEN);
        if (!seen.isObject()) {
            return said(context, text(context.path("userAgent")));
        }
        Device device = new Device(
                DeviceType.of(seen.path("type").asText()),
                OsFamily.of(seen.path("os").asText()));
        return Optional.of(said(context, "").map(own -> completed(own, device)).orElse(device));
    }

    private static Device completed(Device said, Device seen) {
        return new Device(
                said.type() == DeviceType.OTHER ? seen.type() : said.type(),
                said.os() == OsFamily.OTHER ? seen.os() : said.os());
    }

    private static Optional<Device> said(JsonNode context, String agent) {
        String said = text(context.path("device").path("type"))
                + ' '
                + text(context.path("device").path("model"));
        String system = text(context.path("os").path("name"))
                + ' '
                + text(context.path("userAgentData").path("platform"));
        if (agent.isEmpty() && said.isBlank() && system.isBlank()) {
            return Optional.empty();
        }
        OsFamily os = os(system, said, agent);
        return Optional.of(new Device(type(said, agent, os), os));
    }

    private static String text(JsonNode node) {
        String text = node.isTextual() ? node.textValue() : "";
        return text.substring(0, Math.min(text.length(), LONGEST)).toLowerCase(Locale.ROOT);
    }

    private static OsFamily os(String... texts) {
        for (String text : texts) {
            for (Map.Entry<String, OsFamily> system : SYSTEMS) {
                if (text.contains(system.getKey())) {
                    return system.getValue();
                }
            }
        }
        return OsFamily.OTHER;
    }

    private static DeviceType type(String said, String agent, OsFamily os) {
        if (names(TELEVISIONS, said, agent)) {
            return DeviceType.TV;
        }
        if (names(TABLETS, said, agent)) {
            return DeviceType.TABLET;
        }
        if (names(PHONES, said, agent)) {
            return DeviceType.MOBILE;
        }
        return switch (os) {
            case WINDOWS, MACOS, LINUX, CHROME_OS -> DeviceType.DESKTOP;
            // An app says android, a browser without "Mobile" runs on a tablet.
            case ANDROID -> agent.contains("mozilla") ? DeviceType.TABLET : DeviceType.MOBILE;
            case IOS -> DeviceType.MOBILE;
            case OTHER -> said.contains("desktop") ? DeviceType.DESKTOP : DeviceType.OTHER;
        };
    }

    private static boolean names(List<String> tokens, String said, String agent) {
        return tokens.stream().anyMatch(token -> said.contains(token) || agent.contains(token));
    }
}
