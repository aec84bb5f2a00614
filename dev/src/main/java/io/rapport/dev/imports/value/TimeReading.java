package io.rapport.dev.imports.value;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.dev.imports.yaml.YamlMap;
import io.rapport.dev.imports.yaml.YamlNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads {@code time: {format, zone, locale}}, and {@code time: {format: sequence, start, step}}. */
final class TimeReading {
    static final Transform ISO = transform(List.of(TimeFormat.iso(ZoneOffset.UTC)));

    private TimeReading() {}

    static Transform read(YamlNode node) {
        if (node.isScalar()) {
            return transform(List.of(format(node, ZoneOffset.UTC, Locale.ENGLISH)));
        }
        YamlMap map = node.map();
        YamlNode format = map.need("format");
        Transform transform =
                format.isScalar() && format.text().equals("sequence") ? sequence(map) : transform(formats(map, format));
        map.refuseOthers();
        return transform;
    }

    private static Transform sequence(YamlMap map) {
        Instant start = parsed(map.need("start"), "a time like 2025-01-31T00:00:00Z", Instant::parse);
        Duration step = parsed(map.need("step"), "a duration like PT1S", Duration::parse);
        return Transform.each(value -> Moments.node(step(start, step, value)));
    }

    private static Instant step(Instant start, Duration step, JsonNode value) {
        try {
            return start.plus(step.multipliedBy(Numbers.whole(value).longValueExact()));
        } catch (ArithmeticException | DateTimeException e) {
            throw new Unfit(Unfit.quoted(Texts.of(value)) + " steps from " + start + " are out of range");
        }
    }

    private interface Parser<T> {
        T parse(CharSequence text);
    }

    private static <T> T parsed(YamlNode node, String expected, Parser<T> parser) {
        try {
            return parser.parse(node.text());
        } catch (DateTimeParseException e) {
            throw node.fault(expected + " is expected here");
        }
    }

    private static List<TimeFormat> formats(YamlMap map, YamlNode format) {
        ZoneId zone = map.take("zone", TimeReading::zone).orElse(ZoneOffset.UTC);
        Locale locale =
                map.take("locale", node -> Locale.forLanguageTag(node.text())).orElse(Locale.ENGLISH);
        List<TimeFormat> formats = new ArrayList<>();
        format.items().forEach(item -> formats.add(format(item, zone, locale)));
        return formats;
    }

    private static ZoneId zone(YamlNode node) {
        try {
            return ZoneId.of(node.text());
        } catch (DateTimeException e) {
            throw node.fault("no time zone; write one like Europe/Amsterdam or +01:00");
        }
    }

    private static TimeFormat format(YamlNode node, ZoneId zone, Locale locale) {
        try {
            return TimeFormat.of(node.text(), zone, locale);
        } catch (IllegalArgumentException e) {
            throw node.fault("no time format: " + e.getMessage());
        }
    }

    private static Transform transform(List<TimeFormat> formats) {
        return Transform.each(value -> Moments.node(TimeFormat.parse(formats, value)));
    }
}
