package io.rapport.profile.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.profile.testing.ServiceTest;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MentionsTest extends ServiceTest {
    private boolean mentions(String event, String value) {
        Object patterns = Mentions.patterns(List.of(new ErasedPerson.Identifier("userId", value)));
        return query("select $1::text ~ any($2::text[])", event.replace('\'', '"'), patterns)
                .get(0)
                .getBoolean(0);
    }

    @Test
    void anIdentifierIsFoundWhereverAnEventMayHoldOne() {
        assertThat(mentions("{'userId':'42'}", "42")).isTrue();
        assertThat(mentions("{'a':1,'anonymousId' : '42'}", "42")).isTrue();
        assertThat(mentions("{'userId':42}", "42")).isTrue();
        assertThat(mentions("{'traits':{'email':'Anna@Example.com'}}", "anna@example.com"))
                .isTrue();
        assertThat(mentions("{'context':{'device':{'id':'d-1'}}}", "d-1")).isTrue();
        assertThat(mentions("{'userId':'a\\\\b'}", "a\\b")).isTrue();
        assertThat(mentions("{'userId':'42','event':'cut o", "42")).isTrue();
    }

    private boolean mentionsInBytes(String record, String value) {
        ErasedPerson person =
                new ErasedPerson(List.of(new UUID(0, 7)), List.of(new ErasedPerson.Identifier("userId", value)));
        return query("select encode($1, 'escape') ~ any($2::text[])", Buffer.buffer(record), (Object)
                        Mentions.patternsOfBytes(person))
                .get(0)
                .getBoolean(0);
    }

    @Test
    void anIdentifierIsFoundInTheBytesOfARecordToo() {
        assertThat(mentionsInBytes("\0\u20ac{\"userId\" : \"42\"}", "42")).isTrue();
        assertThat(mentionsInBytes("{\"userId\":42}", "42")).isTrue();
        assertThat(mentionsInBytes("{\"email\":\"J\u00f6rg@Example.com\"}", "j\u00f6rg@example.com"))
                .isTrue();
        assertThat(mentionsInBytes("{\"event\":\"{\\\"email\\\":\\\"a@b.nl\\\"}\"}", "a@b.nl"))
                .isTrue();
        assertThat(mentionsInBytes("{\"userId\":\"a\\\\b\"}", "a\\b")).isTrue();
        assertThat(mentionsInBytes("{\"loser\":\"" + new UUID(0, 7) + "\"}", "42"))
                .isTrue();
        assertThat(mentionsInBytes("{\"userId\":\"421\",\"note\":\"42\"}", "42"))
                .isFalse();
    }

    @Test
    void somebodyElseIsNot() {
        assertThat(mentions("{'userId':'421'}", "42")).isFalse();
        assertThat(mentions("{'userId':421}", "42")).isFalse();
        assertThat(mentions("{'productId':'42','price':42}", "42")).isFalse();
        assertThat(mentions("{'userId':'aXb'}", "a.b")).isFalse();
        assertThat(mentions("{'email':'other+anna@example.com'}", "anna@example.com"))
                .isFalse();
    }
}
