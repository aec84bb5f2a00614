package io.rapport.dev.imports.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One way that a file writes times. */
interface TimeFormat {
    /** The name as the mapping has it, for messages. */
    String name();

    /** A {@link DateTimeException} or {@link Unfit} when the value is not such a time. */
    Instant parse(JsonNode value);

    private Optional<Instant> attempt(JsonNode value) {
        try {
            return Optional.of(parse(value));
        } catch (DateTimeException | Unfit e) {
            return Optional.empty();
        }
    }

    static TimeFormat of(String name, ZoneId zone, Locale locale) {
        return switch (name) {
            case "iso" -> iso(zone);
            case "epoch-seconds" -> new Epoch(name, 9);
            case "epoch-millis" -> new Epoch(name, 6);
            default -> new Written(name, strict(name, locale), zone);
        };
    }

    static TimeFormat iso(ZoneId zone) {
        return new Written("iso", Written.ISO, zone);
    }

    /** Of the formats the first that fits. */
    static Instant parse(List<TimeFormat> formats, JsonNode value) {
        for (TimeFormat format : formats) {
            Optional<Instant> time = format.attempt(value);
            if (time.isPresent()) {
                return time.get();
            }
        }
        String names =
                String.join(" or ", formats.stream().map(TimeFormat::name).toList());
        throw new Unfit(Unfit.quoted(Texts.of(value)) + " is not a time written as " + names);
    }

    /** The 31st of February is no date, whereas java.time's usual style takes it for the 28th; u is the year that strictness needs. */
    private static DateTimeFormatter strict(String pattern, Locale locale) {
        StringBuilder years = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char letter = pattern.charAt(i);
            quoted ^= letter == '\'';
            years.append(letter == 'y' && !quoted ? 'u' : letter);
        }
        return DateTimeFormatter.ofPattern(years.toString(), locale).withResolverStyle(ResolverStyle.STRICT);
    }

    /** Seconds or less since 1970; fractions are kept to the nanosecond. */
    record Epoch(String name, int nanoPlaces) implements TimeFormat {
        private static final BigDecimal SECOND = BigDecimal.valueOf(1_000_000_000L);

        @Override
        public Instant parse(JsonNode value) {
            BigDecimal[] parts = Numbers.of(value).scaleByPowerOfTen(nanoPlaces).divideAndRemainder(SECOND);
            try {
                return Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValue());
            } catch (ArithmeticException e) {
                throw new DateTimeException("out of range", e);
            }
        }
    }

    /** A pattern; where it has no zone the file's is taken, where it has no time of day the day begins. */
    record Written(String name, DateTimeFormatter formatter, ZoneId zone) implements TimeFormat {
        private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .append(DateTimeFormatter.ISO_LOCAL_DATE)
                .optionalStart()
                .appendLiteral('T')
                .append(DateTimeFormatter.ISO_LOCAL_TIME)
                .optionalStart()
                .appendOffset("+HH:MM", "Z")
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);

        @Override
        public Instant parse(JsonNode value) {
            TemporalAccessor parsed =
                    formatter.parseBest(Texts.of(value), ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
            if (parsed instanceof ZonedDateTime zoned) {
                return zoned.toInstant();
            }
            return (parsed instanceof LocalDateTime local
                            ? local.atZone(zone)
                            : ((LocalDate) parsed).atStartOfDay(zone))
                    .toInstant();
        }
    }
}
