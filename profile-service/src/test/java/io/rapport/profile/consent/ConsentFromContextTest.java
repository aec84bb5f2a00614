package io.rapport.profile.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.rapport.events.EventsJson;
import io.rapport.events.Purpose;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsentFromContextTest {
    private static Map<Purpose, Boolean> read(String context) throws JsonProcessingException {
        return ConsentFromContext.read(EventsJson.mapper().readTree(context.replace('\'', '"')));
    }

    @Test
    void segmentsCategoryPreferencesAreRead() throws Exception {
        assertThat(read("{'consent':{'categoryPreferences':{'Marketing':true,'ADVERTISING':false,'Functional':true}}}"))
                .isEqualTo(Map.of(Purpose.MARKETING, true, Purpose.ADVERTISING, false));
    }

    @Test
    void theFlatShapeIsRead() throws Exception {
        assertThat(read("{'consent':{'marketing':true,'analytics':false}}"))
                .isEqualTo(Map.of(Purpose.MARKETING, true, Purpose.ANALYTICS, false));
    }

    @Test
    void whatIsNeitherTrueNorFalseSaysNothing() throws Exception {
        for (String context : new String[] {
            "{}",
            "null",
            "[]",
            "'text'",
            "{'consent':null}",
            "{'consent':true}",
            "{'consent':['marketing']}",
            "{'consent':{'marketing':'true','analytics':1,'personalization':null,'advertising':{}}}",
            "{'consent':{'categoryPreferences':{'marketing':'yes'}}}"
        }) {
            assertThat(read(context)).as(context).isEmpty();
        }
    }

    @Test
    void aPurposeSpelledTwiceIsDeniedIfEitherIs() throws Exception {
        assertThat(read("{'consent':{'Marketing':true,'marketing':false}}"))
                .isEqualTo(Map.of(Purpose.MARKETING, false));
        assertThat(read("{'consent':{'Marketing':false,'marketing':true}}"))
                .isEqualTo(Map.of(Purpose.MARKETING, false));
    }
}
