package io.rapport.gateway.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.events.EventsJson;
import io.rapport.events.RejectedEvent;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which events are valid, and what is said of the others. Single quotes stand for double ones. */
class EventCheckTest {
    private static ProducerRecord<String, byte[]> only(String event) {
        String body = "{\"batch\":[" + event.replace('\'', '"') + "]}";
        List<ProducerRecord<String, byte[]>> records = Scans.records(TrackingCall.BATCH, body, Connection.UNKNOWN);
        assertThat(records).hasSize(1);
        return records.get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'track','event':'E','userId':'u'}",
                "{'type':'TRACK','event':'E','userId':'u'}",
                "{'type':'identify','anonymousId':'a','userId':null}",
                "{'type':'page','anonymousId':'a','name':null,'properties':null,'context':null,'integrations':null}",
                "{'type':'screen','anonymousId':'a','name':'Home'}",
                "{'type':'group','userId':'u','groupId':'g','traits':{}}",
                "{'type':'alias','userId':'u','previousId':'p'}",
                "{'type':'track','event':'E','userId':'u','properties':{'revenue':-1,'price':-0.0,'products':[{'price':1}]}}",
                "{'type':'track','event':'E','userId':'u','properties':{'products':'none','deep':{'price':-1}}}",
                "{'userId':7,'type':'track','event':'E','userId':'u'}x"
            })
    void validEventsAreTaken(String event) {
        // The last one is a trap: only the last of duplicate keys counts for JSON, but a wrong type is wrong anywhere.
        boolean trap = event.endsWith("x");
        String topic =
                only(trap ? event.substring(0, event.length() - 1) : event).topic();
        assertThat(topic).isEqualTo(trap ? "t.rejected-events" : "t.raw-events");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 | not-an-object | ",
                "null | not-an-object | ",
                "'text' | not-an-object | ",
                "[{}] | not-an-object | ",
                "{} | unknown-type | /type",
                "{'type':'buy','userId':'u'} | unknown-type | /type",
                "{'type':5,'userId':'u'} | invalid-type | /type",
                "{'type':'page'} | missing-user-id | /userId",
                "{'type':'page','userId':''} | missing-user-id | /userId",
                "{'type':'page','userId':' '} | missing-user-id | /userId",
                "{'type':'page','userId':7} | invalid-user-id | /userId",
                "{'type':'page','anonymousId':{'a':1}} | invalid-anonymous-id | /anonymousId",
                "{'type':'track','userId':'u'} | missing-event | /event",
                "{'type':'track','userId':'u','event':['E']} | invalid-event | /event",
                "{'type':'group','userId':'u'} | missing-group-id | /groupId",
                "{'type':'alias','userId':'u'} | missing-previous-id | /previousId",
                "{'type':'alias','anonymousId':'a','previousId':'p'} | missing-user-id | /userId",
                "{'type':'page','userId':'u','messageId':12} | invalid-message-id | /messageId",
                "{'type':'page','userId':'u','timestamp':'soon'} | invalid-timestamp | /timestamp",
                "{'type':'page','userId':'u','timestamp':1767225600} | invalid-timestamp | /timestamp",
                "{'type':'page','userId':'u','timestamp':'9999-12-31T00:00:00Z'} | timestamp-too-far-ahead | /timestamp",
                "{'type':'page','userId':'u','context':'c'} | invalid-context | /context",
                "{'type':'page','userId':'u','properties':[1]} | invalid-properties | /properties",
                "{'type':'identify','userId':'u','traits':'t'} | invalid-traits | /traits",
                "{'type':'page','userId':'u','integrations':true} | invalid-integrations | /integrations",
                "{'type':'page','userId':'u\\u0000'} | nul-character | ",
                "{'type':'page','userId':'u','properties':{'\\u0000':1}} | nul-character | ",
                "{'type':'page','userId':'u','properties':{'n':1e400}} | number-out-of-range | ",
                "{'type':'page','userId':'u','properties':{'n':1E-999999999999}} | number-out-of-range | ",
                "{'type':'track','event':'E','userId':'u','properties':{'price':-0.01}} | negative-price | /properties/price",
                "{'type':'track','event':'E','userId':'u','properties':{'products':[{'price':-5}]}} | negative-price | /properties/products"
            })
    void invalidOnesAreKeptWithTheReasonAndTheField(String event, String reason, String pointer) {
        // When
        ProducerRecord<String, byte[]> record = only(event);
        // Then
        assertThat(record.topic()).isEqualTo("t.rejected-events");
        RejectedEvent rejected = EventsJson.read(record.value(), RejectedEvent.class);
        assertThat(rejected.reason()).isEqualTo(reason);
        assertThat(rejected.pointer()).isEqualTo(pointer);
        assertThat(rejected.detail()).endsWith(".");
        assertThat(rejected.event()).isEqualTo(event.replace('\'', '"'));
        assertThat(rejected.sourceId()).isEqualTo("web");
    }

    @ParameterizedTest
    @CsvSource({"messageId,255", "userId,512", "anonymousId,512", "event,512"})
    void idsMayHaveOnlySoManyCharacters(String field, int most) {
        String event = "{'type':'track','event':'E','userId':'u','" + field + "':'%s'}";
        assertThat(only(event.formatted("é".repeat(most))).topic()).isEqualTo("t.raw-events");
        assertThat(only(event.formatted("é".repeat(most + 1))).topic()).isEqualTo("t.rejected-events");
    }

    @ParameterizedTest
    @CsvSource({"62,true", "63,false", "5000,false", "15000,false"})
    void objectsMayBeOnlySoDeep(int levels, boolean valid) {
        String event =
                "{'type':'page','userId':'u','properties':{'deep':" + "[".repeat(levels) + "]".repeat(levels) + "}}";
        assertThat(only(event).topic()).isEqualTo(valid ? "t.raw-events" : "t.rejected-events");
    }

    @ParameterizedTest
    @CsvSource({"too-deep, 1200", "too-deep, 70", "number-out-of-range, 0"})
    void whatNobodyCanReadAsATreeIsKeptAsSentEvenWhereABatchHasSomethingToMerge(String reason, int levels) {
        // Given
        String deep = levels == 0 ? "1E-999999999999" : "[".repeat(levels) + "]".repeat(levels);
        String event = "{\"type\":\"page\",\"userId\":\"u\",\"context\":{\"deep\":" + deep
                + "},\"integrations\":{\"deep\":" + deep + "}}";
        String body = "{\"batch\":[" + event + "],\"context\":{\"a\":1},\"integrations\":{\"b\":2}}";
        // When
        ProducerRecord<String, byte[]> record =
                Scans.records(TrackingCall.BATCH, body, Connection.UNKNOWN).get(0);
        // Then
        RejectedEvent rejected = EventsJson.read(record.value(), RejectedEvent.class);
        assertThat(rejected.reason()).isEqualTo(reason);
        assertThat(rejected.event()).isEqualTo(event);
    }
}
