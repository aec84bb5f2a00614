package io.rapport.gateway.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.events.Device;
import io.rapport.events.DeviceType;
import io.rapport.events.OsFamily;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose word on the user agent an event's device comes from; what {@code Phone "7"} is, is known in {@link Scans}. */
class ClientAgentsTest {
    private static final String PHONE = "{\"userAgent\":\"Phone \\\"7\\\"\"}";
    private static final String OTHER = "{\"userAgent\":\"Fridge\"}";
    private static final String SILENT = "{\"userAgent\":null}";

    @ParameterizedTest
    @CsvSource({
        ",      ,      PHONE, true",
        ",      ,      ,      false",
        "PHONE, ,      ,      true",
        "PHONE, OTHER, OTHER, true",
        "OTHER, PHONE, PHONE, false",
        ",      PHONE, OTHER, true",
        ",      OTHER, PHONE, false",
        "SILENT,PHONE, PHONE, false"
    })
    void theEventsWordGoesBeforeTheBatchsAndThatBeforeTheConnections(
            String own, String batch, String connection, boolean isPhone) {
        // Given
        String body =
                "{\"batch\":[{\"type\":\"page\",\"anonymousId\":\"a\"" + context(own) + "}]" + context(batch) + "}";
        Connection from = new Connection(null, connection == null ? null : agent(connection), null);

        // When
        Device device = Scans.event(TrackingCall.BATCH, body, from).device();

        // Then
        assertThat(device).isEqualTo(isPhone ? new Device(DeviceType.MOBILE, OsFamily.OTHER) : null);
    }

    private static String context(String what) {
        return what == null ? "" : ",\"context\":" + json(what);
    }

    private static String json(String what) {
        return switch (what) {
            case "PHONE" -> PHONE;
            case "OTHER" -> OTHER;
            default -> SILENT;
        };
    }

    private static String agent(String what) {
        return what.equals("PHONE") ? Scans.PHONE_AGENT : "Fridge";
    }
}
