package io.rapport.gateway.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.EventsJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a batch and a connection add to an event. */
class EventBodyTest {
    private static final Connection PHONE = new Connection("10.0.0.1", Scans.PHONE_AGENT, null);

    private static JsonNode json(String text) throws JsonProcessingException {
        return EventsJson.mapper().readTree(text.replace('\'', '"'));
    }

    private static JsonNode event(String own, String beside, Connection connection) {
        String body = "{'batch':[{'type':'page','anonymousId':'a'" + own + "}]" + beside + "}";
        return Scans.event(TrackingCall.BATCH, body.replace('\'', '"'), connection)
                .event();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "                          | {'ip':'10.0.0.1','userAgent':'Phone \\'7\\''}",
                ",'context':null           | {'ip':'10.0.0.1','userAgent':'Phone \\'7\\''}",
                ",'context':{}             | {'ip':'10.0.0.1','userAgent':'Phone \\'7\\''}",
                ",'context':{ }            | {'ip':'10.0.0.1','userAgent':'Phone \\'7\\''}",
                ",'context':{'locale':'n'} | {'ip':'10.0.0.1','userAgent':'Phone \\'7\\'','locale':'n'}",
                ",'context':{'ip':'1.1.1.1'} | {'ip':'1.1.1.1','userAgent':'Phone \\'7\\''}",
                ",'context':{'userAgent':'U','ip':null} | {'ip':null,'userAgent':'U'}"
            })
    void theConnectionFillsInWhatTheContextLacks(String own, String expected) throws JsonProcessingException {
        // When
        JsonNode event = event(own == null ? "" : own, "", PHONE);
        // Then
        assertThat(event.get("context")).isEqualTo(json(expected));
        assertThat(event.get("anonymousId").textValue()).isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "                               | {'location':{'country':'NL'}}",
                ",'context':{'x':1}             | {'location':{'country':'NL'},'x':1}",
                ",'context':{'location':null}   | {'location':null}"
            })
    void whereTheConnectionComesFromIsFilledInToo(String own, String expected) throws JsonProcessingException {
        // Given
        Connection dutch = new Connection(null, null, json("{'country':'NL'}"));
        // When
        JsonNode event = event(own == null ? "" : own, "", dutch);
        // Then
        assertThat(event.get("context")).isEqualTo(json(expected));
    }

    @Test
    void anEventsOwnContextWinsOverTheBatchsAtEveryDepth() throws JsonProcessingException {
        // Given
        String own = ",'context':{'app':{'name':'own','beta':true},'locale':'nl'}";
        String beside = ",'context':{'app':{'name':'batch','version':{'major':1}},'locale':'de','timezone':'UTC'}";
        // When
        JsonNode event = event(own, beside, Connection.UNKNOWN);
        // Then
        assertThat(event.get("context"))
                .isEqualTo(json("{'app':{'name':'own','version':{'major':1},'beta':true},"
                        + "'locale':'nl','timezone':'UTC'}"));
    }

    @Test
    void theBatchsContextWinsOverTheConnection() throws JsonProcessingException {
        // When
        JsonNode event = event("", ",'context':{'ip':'2.2.2.2'}", PHONE);
        // Then
        assertThat(event.get("context")).isEqualTo(json("{'ip':'2.2.2.2','userAgent':'Phone \\'7\\''}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                ",'integrations':{'A':true},'context':{'x':1}",
                ",'context':{'x':1},'integrations':{'A':true}",
                ",'integrations':{'A':false},'properties':{'p':1},'context':{'x':1},'integrations':{'A':true}"
            })
    void contextAndIntegrationsAreMergedWhicheverComesFirst(String own) throws JsonProcessingException {
        // When
        JsonNode event = event(own, ",'integrations':{'All':false,'A':{'k':1}},'context':{'y':2}", Connection.UNKNOWN);
        // Then
        assertThat(event.get("integrations")).isEqualTo(json("{'All':false,'A':true}"));
        assertThat(event.get("context")).isEqualTo(json("{'x':1,'y':2}"));
    }

    @Test
    void withNothingToAddTheEventIsTheBytesThatWereSent() {
        // Given
        String body =
                "{ \"anonymousId\" : \"a\",\"properties\":{\"price\":1.10,\"big\":123456789012345678901234567890} }";
        // When
        byte[] value = Scans.records(TrackingCall.PAGE, body, Connection.UNKNOWN)
                .get(0)
                .value();
        // Then
        assertThat(new String(value, java.nio.charset.StandardCharsets.UTF_8)).endsWith("\"event\":" + body + "}");
    }
}
