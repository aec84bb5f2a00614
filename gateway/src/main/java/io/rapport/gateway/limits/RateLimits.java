package io.rapport.gateway.limits;

import io.rapport.gateway.GatewayConfig;
import io.rapport.platform.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.LongSupplier;

/** The limits of this replica. Over one is a 429 with {@code Retry-After}. */
@ApplicationScoped
public class RateLimits {
    private final Buckets callers;
    private final Buckets wrongCredentials;
    private final Buckets anonymous;

    RateLimits(GatewayConfig config) {
        LongSupplier nanos = System::nanoTime;
        GatewayConfig.RateLimit limit = config.rateLimit();
        this.callers = new Buckets(limit.perSecond(), limit.burst(), nanos);
        this.wrongCredentials = new Buckets(limit.wrongPerSecond(), limit.wrongBurst(), nanos);
        this.anonymous = new Buckets(limit.anonymousPerSecond(), limit.anonymousBurst(), nanos);
    }

    /** Takes {@code cost} (events, or one request) from what the caller may spend; 0 only asks whether anything is left. */
    public void spend(Caller caller, int cost) {
        callers.take(caller.kind() + ":" + caller.subject(), cost);
    }

    /** Takes a request from what an address may spend without a credential. */
    public void spendAnonymously(String address) {
        anonymous.take(Network.of(address), 1);
    }

    /** Refuses an address that has spent its wrong credentials, before another of its guesses is even looked at. */
    public void checkGuesses(String address) {
        wrongCredentials.ask(Network.of(address));
    }

    /** Counts a wrong credential from an address. */
    public void wrongCredential(String address) {
        wrongCredentials.take(Network.of(address), 1);
    }
}
