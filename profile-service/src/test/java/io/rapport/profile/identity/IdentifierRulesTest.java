package io.rapport.profile.identity;

import static io.rapport.profile.identity.IdentifierType.ANONYMOUS_ID;
import static io.rapport.profile.identity.IdentifierType.EMAIL;
import static io.rapport.profile.identity.IdentifierType.PHONE;
import static io.rapport.profile.identity.IdentifierType.USER_ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.events.rules.EventLimits;
import org.junit.jupiter.api.Test;

class IdentifierRulesTest {
    private static String normal(IdentifierType type, String text, String country) {
        return IdentifierRules.normalise(type, text, country)
                .map(Identifier::value)
                .orElse(null);
    }

    @Test
    void writesAnAddressInOneWay() {
        assertThat(normal(EMAIL, "  Anna@Example.COM ", null)).isEqualTo("anna@example.com");
        // Full-width letters, as an input method leaves them.
        assertThat(normal(EMAIL, "ａnna@example.com", null)).isEqualTo("anna@example.com");
        assertThat(normal(EMAIL, "no address", null)).isNull();
        assertThat(normal(EMAIL, "@example.com", null)).isNull();
    }

    @Test
    void writesAPhoneNumberWithItsCountry() {
        assertThat(normal(PHONE, "020 123 4567", "NL")).isEqualTo("+31201234567");
        assertThat(normal(PHONE, "+31 (0)20-1234567", null)).isEqualTo("+31201234567");
        assertThat(normal(PHONE, "020 123 4567", null)).isNull();
        assertThat(normal(PHONE, "12", "NL")).isNull();
    }

    @Test
    void leavesOutWhatStandsForNobody() {
        for (String nobody : new String[] {
            "",
            " ",
            "0",
            "0000",
            "00000000-0000-0000-0000-000000000000",
            "-1",
            "null",
            "NULL",
            "anonymous",
            "Undefined",
            "unknown",
            "none",
            "NaN"
        }) {
            for (IdentifierType type : IdentifierType.values()) {
                assertThat(normal(type, nobody, "NL")).as(type + " " + nobody).isNull();
            }
        }
    }

    @Test
    void oneDigitOverAndOverIsACustomerButNoPhone() {
        assertThat(normal(USER_ID, "7777777", null)).isEqualTo("7777777");
        assertThat(normal(ANONYMOUS_ID, "9999999", null)).isEqualTo("9999999");
        assertThat(normal(PHONE, "9999999", "NL")).isNull();
        assertThat(normal(PHONE, "0000000", "NL")).isNull();
    }

    @Test
    void takesShortNumbersAsCustomers() {
        assertThat(normal(USER_ID, "7", null)).isEqualTo("7");
        assertThat(normal(USER_ID, "11111", null)).isEqualTo("11111");
    }

    @Test
    void leavesOutWhatPostgresWouldReadBackAsSomethingElse() {
        assertThat(normal(USER_ID, "half a \ud83d pair", null)).isNull();
        assertThat(normal(USER_ID, "nul\0", null)).isNull();
    }

    @Test
    void takesIdsAsLongAsTheGatewayDoes() {
        String longest = "é".repeat(EventLimits.ID_CHARS);

        assertThat(normal(USER_ID, longest, null)).isEqualTo(longest);
        assertThat(normal(ANONYMOUS_ID, longest, null)).isEqualTo(longest);
        assertThat(normal(USER_ID, longest + "é", null)).isNull();
    }
}
