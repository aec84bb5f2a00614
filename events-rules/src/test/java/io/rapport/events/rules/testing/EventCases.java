package io.rapport.events.rules.testing;

import java.util.List;
import java.util.stream.Stream;

/** What must be taken and what refused, with the reason, of events that come alone or in a batch. */
public final class EventCases {
    private static final List<String> TAKEN = List.of(
            "{'type':'track','event':'E','userId':'u'}",
            "{'type':'TRACK','event':'E','userId':'u'}",
            "{'type':'identify','anonymousId':'a','userId':null}",
            "{'type':'identify','anonymousId':'a','userId':' '}",
            "{'type':'page','anonymousId':'a','name':null,'properties':null,'context':null,'integrations':null}",
            "{'type':'screen','anonymousId':'a','name':'Home'}",
            "{'type':'group','userId':'u','groupId':'g','traits':{}}",
            "{'type':'alias','userId':'u','previousId':'p'}",
            "{'type':'track','event':'E','userId':'u','properties':{'revenue':-1,'price':-0.0,'products':[{'price':1}]}}",
            "{'type':'track','event':'E','userId':'u','properties':{'products':'none','deep':{'price':-1}}}",
            "{'type':'track','event':'E','userId':'u','properties':{'products':{'p':{'price':-1}},'price':'-1'}}",
            "{'type':'page','userId':'u','timestamp':'2025-01-01'}",
            "{'type':'page','userId':'u','timestamp':'2025-01-01 10:00:00+0200'}",
            "{'type':'page','userId':'u','properties':{'n':1e308,'m':1.5e-300}}",
            "{'type':'page','userId':'u','properties':{'path':'C:\\\\u0000','smile':'\\ud83d\\ude00'}}",
            deep(62),
            digits(308),
            field("messageId", 255),
            field("userId", 512),
            field("anonymousId", 512),
            field("previousId", 512),
            field("groupId", 512),
            field("event", 512),
            field("name", 512));

    private static final List<EventCase> REFUSED = List.of(
            EventCase.of("1", "not-an-object", null),
            EventCase.of("null", "not-an-object", null),
            EventCase.of("'text'", "not-an-object", null),
            EventCase.of("[{}]", "not-an-object", null),
            EventCase.of("{}", "unknown-type", "/type"),
            EventCase.of("{'type':'buy','userId':'u'}", "unknown-type", "/type"),
            EventCase.of("{'type':5,'userId':'u'}", "invalid-type", "/type"),
            EventCase.of("{'type':'page'}", "missing-user-id", "/userId"),
            EventCase.of("{'type':'page','userId':''}", "missing-user-id", "/userId"),
            EventCase.of("{'type':'page','userId':' '}", "missing-user-id", "/userId"),
            EventCase.of("{'type':'page','userId':7}", "invalid-user-id", "/userId"),
            EventCase.of("{'type':'page','anonymousId':{'a':1}}", "invalid-anonymous-id", "/anonymousId"),
            EventCase.of("{'type':'track','userId':'u'}", "missing-event", "/event"),
            EventCase.of("{'type':'track','userId':'u','event':['E']}", "invalid-event", "/event"),
            EventCase.of("{'type':'group','userId':'u'}", "missing-group-id", "/groupId"),
            EventCase.of("{'type':'alias','userId':'u'}", "missing-previous-id", "/previousId"),
            EventCase.of("{'type':'alias','anonymousId':'a','previousId':'p'}", "missing-user-id", "/userId"),
            EventCase.of("{'type':'page','userId':'u','messageId':12}", "invalid-message-id", "/messageId"),
            EventCase.of("{'type':'page','userId':'u','timestamp':'soon'}", "invalid-timestamp", "/timestamp"),
            EventCase.of("{'type':'page','userId':'u','timestamp':1767225600}", "invalid-timestamp", "/timestamp"),
            EventCase.of("{'type':'page','userId':'u','sentAt':'2025-13-01'}", "invalid-sent-at", "/sentAt"),
            EventCase.of(
                    "{'type':'page','userId':'u','timestamp':'9999-12-31T00:00:00Z'}",
                    "timestamp-too-far-ahead",
                    "/timestamp"),
            EventCase.of("{'type':'page','userId':'u','context':'c'}", "invalid-context", "/context"),
            EventCase.of("{'type':'page','userId':'u','properties':[1]}", "invalid-properties", "/properties"),
            EventCase.of("{'type':'identify','userId':'u','traits':'t'}", "invalid-traits", "/traits"),
            EventCase.of("{'type':'page','userId':'u','integrations':true}", "invalid-integrations", "/integrations"),
            EventCase.of("{'type':'page','userId':'u\\u0000'}", "nul-character", null),
            EventCase.of("{'type':'page','userId':'u','properties':{'\\u0000':1}}", "nul-character", null),
            EventCase.of("{'type':'page','userId':'u','properties':{'n':1e400}}", "number-out-of-range", null),
            EventCase.of("{'type':'page','userId':'u','properties':{'n':[1.5E-400]}}", "number-out-of-range", null),
            EventCase.of(
                    "{'type':'track','event':'E','userId':'u','properties':{'price':-0.01}}",
                    "negative-price",
                    "/properties/price"),
            EventCase.of(
                    "{'type':'track','event':'E','userId':'u','properties':{'products':[{'price':-5}]}}",
                    "negative-price",
                    "/properties/products"),
            EventCase.of(deep(63), "too-deep", null),
            EventCase.of(digits(309), "number-out-of-range", null),
            EventCase.of(field("messageId", 256), "too-long-message-id", "/messageId"),
            EventCase.of(field("userId", 513), "too-long-user-id", "/userId"),
            EventCase.of(field("anonymousId", 513), "too-long-anonymous-id", "/anonymousId"),
            EventCase.of(field("previousId", 513), "too-long-previous-id", "/previousId"),
            EventCase.of(field("groupId", 513), "too-long-group-id", "/groupId"),
            EventCase.of(field("event", 513), "too-long-event", "/event"),
            EventCase.of(field("name", 513), "too-long-name", "/name"));

    private EventCases() {}

    /** All of them, for a {@code @MethodSource}. */
    public static Stream<EventCase> all() {
        return Stream.concat(TAKEN.stream().map(event -> EventCase.of(event, null, null)), REFUSED.stream());
    }

    /** The event itself and its properties are two levels more. */
    private static String deep(int levels) {
        return "{'type':'page','userId':'u','properties':{'deep':" + "[".repeat(levels) + "]".repeat(levels) + "}}";
    }

    private static String digits(int count) {
        return "{'type':'page','userId':'u','properties':{'n':" + "7".repeat(count) + "}}";
    }

    private static String field(String name, int length) {
        String filled = "'" + name + "':'" + "é".repeat(length) + "'";
        String others =
                name.equals("userId") ? "'event':'E'" : "'userId':'u'" + (name.equals("event") ? "" : ",'event':'E'");
        return "{'type':'track'," + others + "," + filled + "}";
    }
}
