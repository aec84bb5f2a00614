package io.rapport.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of the gateway alone. */
@ConfigMapping(prefix = "rapport.gateway")
public interface GatewayConfig {
    /** Where the outside reaches the gateway ({@code https://rapport.example.com}); what a request's Host says if unset. */
    Optional<String> publicUrl();

    /** Whether a proxy in front is believed what it says of the client's address, scheme and host. */
    @WithDefault("false")
    boolean trustProxy();

    Tracking tracking();

    RateLimit rateLimit();

    Body body();

    Proxy proxy();

    Decide decide();

    /** The intake of events. */
    interface Tracking {
        /** How long a sender waits for Kafka's acknowledgement before it is told to try again. */
        @WithDefault("PT5S")
        Duration acknowledgeWithin();

        /** Bytes of events that may wait for Kafka; below the producer's buffer, so that sending never blocks on it. */
        @WithDefault("33554432")
        long mostWaitingBytes();

        LocationHeader locationHeader();

        /** Whether user agents are read with a library; it takes 110 MB of heap. A native image goes without. */
        @WithDefault("true")
        boolean userAgentLibrary();
    }

    /** Headers in which a CDN in front says where a visitor is; none is believed that is not named here. */
    interface LocationHeader {
        /** The country as two letters: {@code CF-IPCountry}, {@code CloudFront-Viewer-Country}, {@code X-Vercel-IP-Country}. */
        Optional<String> country();

        Optional<String> region();

        Optional<String> city();
    }

    /** Requests that a caller may make; an event counts as one. Each replica counts for itself. */
    interface RateLimit {
        /** A second, by source or server key. */
        @WithDefault("100000")
        long perSecond();

        /** At once, by source or server key. */
        @WithDefault("200000")
        long burst();

        /** Wrong credentials a second, by address. */
        @WithDefault("50")
        long wrongPerSecond();

        /** Wrong credentials at once, by address. */
        @WithDefault("500")
        long wrongBurst();

        /** Requests a second where no credential is asked for (logging in, links in mails), by address. */
        @WithDefault("100")
        long anonymousPerSecond();

        /** The same at once. */
        @WithDefault("1000")
        long anonymousBurst();
    }

    /** Bodies that are read whole before anything is done with them. */
    interface Body {
        /** How long a body may take to come; a sender that stalls is a 408. */
        @WithDefault("PT30S")
        Duration within();

        /** Bytes of all bodies that are being read; beyond it, senders are told to come again. */
        @WithDefault("67108864")
        long mostBytes();
    }

    /** Handing requests on to services. */
    interface Proxy {
        /** How long a connection may take. */
        @WithDefault("PT2S")
        Duration connectWithin();

        /** How long a service may be silent before what was asked of it. */
        @WithDefault("PT60S")
        Duration answerWithin();

        /** The same for writes, whose body may be long on its way. */
        @WithDefault("PT10M")
        Duration writtenWithin();

        /** Bytes of a body of products or of an imported file, which goes through while it comes. */
        @WithDefault("536870912")
        long mostBulkBytes();

        /** Connections to each service; decide has its own. */
        @WithDefault("128")
        int connections();
    }

    /** One call for a page. */
    interface Decide {
        /** How long profile-service has to say who the visitor is; on a busy machine a pause alone may take 100 ms. */
        @WithDefault("PT0.4S")
        Duration visitorWithin();

        /** How long each part has, as far as the whole answer's time allows. */
        @WithDefault("PT0.8S")
        Duration partWithin();

        /** How long the whole answer may take. */
        @WithDefault("PT1S")
        Duration answerWithin();

        /** Connections to each service; what is handed on has its own, so that it cannot take these. */
        @WithDefault("128")
        int connections();

        /** How old the answer that stands in for a part that is away may grow before a newer one is asked for. */
        @WithDefault("PT30S")
        Duration refreshFallback();
    }
}
