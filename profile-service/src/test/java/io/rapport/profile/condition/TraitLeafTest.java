package io.rapport.profile.condition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraitLeafTest {
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    private static Truth truth(String condition, String traits, String computed, Instant now) {
        JsonNode told = Json.of(traits);
        ProfileSubject subject = new ProfileSubject(told, Json.of(computed), Map.of(), Map.of(), Set.of());
        return Json.condition(condition).evaluate(subject, now);
    }

    private static boolean holds(String test, String field) {
        return truth("{'trait':'a.b'," + test + "}", "{'a':{'b':" + field + "}}", "{}", NOON)
                .holds();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'op':'eq','value':'NL'|false",
                "'op':'ne','value':'NL'|true",
                "'op':'in','value':['NL']|false",
                "'op':'notIn','value':['NL']|true",
                "'op':'gt','value':-1|false",
                "'op':'gte','value':-1|false",
                "'op':'lt','value':1|false",
                "'op':'lte','value':1|false",
                "'op':'between','value':[-1,1]|false",
                "'op':'contains','value':''|false",
                "'op':'startsWith','value':''|false",
                "'op':'endsWith','value':''|false",
                "'op':'matches','value':''|false",
                "'op':'exists'|false",
                "'op':'missing'|true",
                "'op':'containsAny','value':['a']|false",
                "'op':'containsAll','value':['a']|false",
                "'op':'before','value':'2026-01-01'|false",
                "'op':'after','value':'2026-01-01'|false",
                "'op':'withinLast','value':'P1D'|false",
                "'op':'olderThan','value':'P1D'|false",
                "'op':'distance','value':{'lat':0,'lon':0,'km':20000}|false"
            })
    void onAMissingFieldEveryOperatorIsFalseSaveMissingNeAndNotIn(String test, boolean holds) {
        assertThat(holds(test, "null")).isEqualTo(holds);
        assertThat(truth("{'trait':'a.b'," + test + "}", "{}", "{}", NOON)).isEqualTo(Truth.of(holds));
        assertThat(truth("{'trait':'a.b'," + test + "}", "{'a':'text'}", "{}", NOON))
                .isEqualTo(Truth.of(holds));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'op':'eq','value':'NL'|'NL'|true",
                "'op':'eq','value':'NL'|'nl'|false",
                "'op':'eq','value':19.99|'19.990'|true",
                "'op':'eq','value':'19.99'|19.99|true",
                "'op':'eq','value':'7'|'007'|false",
                "'op':'eq','value':7|'007'|true",
                "'op':'eq','value':1|1.0|true",
                "'op':'eq','value':true|true|true",
                "'op':'eq','value':true|'true'|false",
                "'op':'eq','value':20|{'amount':'20.00','currency':'EUR'}|true",
                "'op':'eq','value':'a'|['a']|false",
                "'op':'ne','value':'a'|['a']|true",
                "'op':'in','value':['NL',3]|3.0|true",
                "'op':'in','value':['NL',3]|'BE'|false",
                "'op':'notIn','value':['NL',3]|{}|true",
                "'op':'notIn','value':['NL',3]|'NL'|false",
                "'op':'gt','value':'19.98'|'19.99'|true",
                "'op':'gt','value':19.99|19.99|false",
                "'op':'gte','value':19.99|{'amount':'19.99','currency':'EUR'}|true",
                "'op':'gte','value':1|'a lot'|false",
                "'op':'gte','value':1|true|false",
                "'op':'lt','value':1|'1e-3'|false",
                "'op':'lt','value':1|-0.5|true",
                "'op':'lte','value':10000000000000000000000.1|10000000000000000000000.1|true",
                "'op':'lt','value':10000000000000000000000.1|10000000000000000000000.05|true",
                "'op':'gt','value':1|1E+999999999|false",
                "'op':'between','value':[2,5]|5|true",
                "'op':'between','value':[2,5]|'5.01'|false",
                "'op':'contains','value':'ell'|'hello'|true",
                "'op':'contains','value':'ell'|['hello']|false",
                "'op':'contains','value':2|[1,'2.0']|true",
                "'op':'contains','value':2|12|false",
                "'op':'startsWith','value':'he'|'hello'|true",
                "'op':'startsWith','value':'1'|12|false",
                "'op':'endsWith','value':'lo'|'hello'|true",
                "'op':'endsWith','value':'lo'|['lo']|false",
                "'op':'matches','value':'@example[.]com$'|'a@example.com'|true",
                "'op':'matches','value':'^b'|'ab'|false",
                "'op':'matches','value':'1'|1|false",
                "'op':'exists'|''|true",
                "'op':'exists'|false|true",
                "'op':'missing'|''|false",
                "'op':'containsAny','value':['a','z']|['b','a']|true",
                "'op':'containsAny','value':['a','z']|['b']|false",
                "'op':'containsAny','value':['a','z']|'lazy'|true",
                "'op':'containsAll','value':['a','z']|['z','b','a']|true",
                "'op':'containsAll','value':['a','z']|['a']|false",
                "'op':'before','value':'2026-03-01'|'2026-02-28T23:59:59.999999Z'|true",
                "'op':'before','value':'2026-03-01'|'2026-03-01'|false",
                "'op':'before','value':'2026-03-01'|'2026-03-01T01:00:00+02:00'|true",
                "'op':'before','value':'2026-03-01'|20260228|false",
                "'op':'after','value':'2026-03-01'|'2026-03-01T00:00:00.000001Z'|true",
                "'op':'after','value':'2026-03-01'|'2999-01-01'|true",
                "'op':'after','value':'2026-03-01'|'tomorrow'|false",
                "'op':'withinLast','value':'P1D'|'2026-03-09T12:00:00Z'|false",
                "'op':'withinLast','value':'P1D'|'2026-03-09T12:00:00.000001Z'|true",
                "'op':'withinLast','value':'P1D'|'2026-03-10T12:00:00.000001Z'|false",
                "'op':'withinLast','value':'P1D'|'2026-02-30'|false",
                "'op':'olderThan','value':'P1D'|'2026-03-09T12:00:00Z'|true",
                "'op':'olderThan','value':'P1D'|'2026-03-09T12:00:00.000001Z'|false",
                "'op':'olderThan','value':'P1D'|1|false",
                "'op':'distance','value':{'lat':52.37,'lon':4.9,'km':60}|{'lat':52.09,'lon':5.12}|true",
                "'op':'distance','value':{'lat':52.37,'lon':4.9,'km':30}|{'latitude':52.09,'longitude':'5.12'}|false",
                "'op':'distance','value':{'lat':0,'lon':179.9,'km':30}|{'lat':0,'lng':-179.9}|true",
                "'op':'distance','value':{'lat':0,'lon':0,'km':30}|{'lat':91,'lon':0}|false",
                "'op':'distance','value':{'lat':0,'lon':0,'km':30}|'0,0'|false"
            })
    void comparesWhatIsThere(String test, String field, boolean holds) {
        assertThat(holds(test, field)).isEqualTo(holds);
    }

    @Test
    void aConditionOverAnArrayHoldsWithinOneElement() {
        String condition = "{'trait':'orders[]','where':{'all':[{'trait':'shop.city','op':'eq','value':'Utrecht'},"
                + "{'trait':'total','op':'gt','value':100}]}}";

        assertThat(truth(condition, "{'orders':[{'shop':{'city':'Utrecht'},'total':'100.01'}]}", "{}", NOON)
                        .holds())
                .isTrue();
        assertThat(truth(
                                condition,
                                "{'orders':[{'shop':{'city':'Utrecht'},'total':5},{'shop':{'city':'Delft'},'total':500}]}",
                                "{}",
                                NOON)
                        .holds())
                .isFalse();
        assertThat(truth(condition, "{'orders':{'total':500}}", "{}", NOON).holds())
                .isFalse();
    }

    @Test
    void noToldTraitHidesWhatIsComputed() {
        String condition = "{'trait':'computed.orderCount','op':'gte','value':3}";

        assertThat(truth(condition, "{'computed':{'orderCount':9},'orderCount':9}", "{'orderCount':1}", NOON)
                        .holds())
                .isFalse();
        assertThat(truth(condition, "{}", "{'orderCount':3}", NOON).holds()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1990-03-10|2026-03-10T00:00:00Z|0|36",
                "1990-03-10T23:30:00-05:00|2026-03-09T23:59:59Z|1|35",
                "1990-03-09|2026-03-10T12:00:00Z|364|36",
                "2000-02-29|2026-02-28T12:00:00Z|0|26",
                "2000-02-29|2028-02-28T12:00:00Z|1|27",
                "2000-02-29|2028-02-29T12:00:00Z|0|28"
            })
    void aBirthdayIsCountedDownToAndAgesAreFullYears(String birthday, Instant now, int days, int age) {
        String told = "{'birthday':'" + birthday + "'}";

        Truth isDays = truth("{'trait':'computed.daysUntilBirthday','op':'eq','value':" + days + "}", told, "{}", now);
        Truth isAge = truth("{'trait':'computed.age','op':'eq','value':" + age + "}", told, "{}", now);

        assertThat(isDays.holds()).isTrue();
        assertThat(isAge.holds()).isTrue();
    }

    @Test
    void anAgeIsAskedAgainAtTheNextBirthdayAndNotLookedForThroughCenturies() {
        Truth isYoung = truth("{'trait':'computed.age','op':'lt','value':18}", "{'birthday':'1990-03-14'}", "{}", NOON);

        assertThat(isYoung).isEqualTo(Truth.until(false, Instant.parse("2026-03-14T00:00:00Z")));
    }

    @Test
    void aBirthdayThisWeekSaysWhenItBeginsAndEnds() {
        String condition = "{'trait':'computed.daysUntilBirthday','op':'between','value':[0,6]}";
        String told = "{'birthday':'1990-03-20'}";

        Truth before = truth(condition, told, "{}", NOON);
        Truth during = truth(condition, told, "{}", Instant.parse("2026-03-20T05:00:00Z"));

        assertThat(before).isEqualTo(Truth.until(false, Instant.parse("2026-03-14T00:00:00Z")));
        assertThat(during).isEqualTo(Truth.until(true, Instant.parse("2026-03-21T00:00:00Z")));
        assertThat(truth(condition, "{'birthday':'unknown'}", "{}", NOON)).isEqualTo(Truth.NEVER);
    }

    @Test
    void aDateAheadIsWithinAWindowOnceItsTimeHasComeAndOldLater() {
        String told = "{'at':'2026-03-11T00:00:00Z'}";

        assertThat(truth("{'trait':'at','op':'withinLast','value':'P1D'}", told, "{}", NOON))
                .isEqualTo(Truth.until(false, Instant.parse("2026-03-11T00:00:00Z")));
        assertThat(truth("{'trait':'at','op':'olderThan','value':'P1D'}", told, "{}", NOON))
                .isEqualTo(Truth.until(false, Instant.parse("2026-03-12T00:00:00Z")));
    }
}
