package io.rapport.profile.condition.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Distances on the globe by the haversine formula (R. W. Sinnott, "Virtues of the Haversine", 1984). */
final class Sphere {
    /** Mean radius of the earth (IUGG), in kilometres. */
    private static final double RADIUS = 6_371.0088;

    private Sphere() {}

    /** Whether a field {@code {"lat","lon"}} (or {@code latitude}; {@code lng}, {@code longitude}) lies in the circle. */
    static boolean isWithin(JsonNode field, Operand.Circle circle) {
        Double lat = degrees(field, 90, "lat", "latitude");
        Double lon = degrees(field, 180, "lon", "lng", "longitude");
        return lat != null && lon != null && kilometres(lat, lon, circle.lat(), circle.lon()) <= circle.km();
    }

    private static @Nullable Double degrees(JsonNode field, double most, String... names) {
        for (String name : names) {
            BigDecimal degrees = Decimals.of(field.path(name));
            if (degrees != null && Math.abs(degrees.doubleValue()) <= most) {
                return degrees.doubleValue();
            }
        }
        return null;
    }

    static double kilometres(double lat, double lon, double otherLat, double otherLon) {
        double height = Math.sin(Math.toRadians(otherLat - lat) / 2);
        double width = Math.sin(Math.toRadians(otherLon - lon) / 2);
        double chord =
                height * height + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(otherLat)) * width * width;
        return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
}
