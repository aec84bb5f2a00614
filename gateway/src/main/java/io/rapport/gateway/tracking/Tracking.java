package io.rapport.gateway.tracking;

import io.rapport.events.rules.EventLimits;
import io.rapport.gateway.access.AccessDirectory;
import io.rapport.gateway.access.Credentials;
import io.rapport.gateway.access.KnownSource;
import io.rapport.gateway.agent.UserAgents;
import io.rapport.gateway.http.Gunzip;
import io.rapport.gateway.limits.RateLimits;
import io.rapport.platform.caller.Caller;
import io.rapport.platform.config.PlatformConfig;
import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Takes events: checks the body and who sent it, and stores all of it or nothing. */
@ApplicationScoped
class Tracking {
    private final Credentials credentials;
    private final AccessDirectory directory;
    private final RateLimits limits;
    private final Intake intake;
    private final LocationHeaders locations;
    private final UserAgents agents;
    private final InstantSource clock;
    private final String prefix;

    Tracking(
            Credentials credentials,
            AccessDirectory directory,
            RateLimits limits,
            Intake intake,
            LocationHeaders locations,
            UserAgents agents,
            InstantSource clock,
            PlatformConfig config) {
        this.credentials = credentials;
        this.directory = directory;
        this.limits = limits;
        this.intake = intake;
        this.locations = locations;
        this.agents = agents;
        this.clock = clock;
        this.prefix = config.topics().prefix();
    }

    /** The caller that the headers name, if any, with something left to spend. */
    Optional<Caller> caller(HttpServerRequest request) {
        Optional<Caller> caller = credentials.ofHeaders(request);
        caller.ifPresent(known -> limits.spend(known, 0));
        return caller;
    }

    /** Succeeds once the events are stored. */
    Future<Void> take(TrackingCall call, HttpServerRequest request, Optional<Caller> named, byte[] sent) {
        byte[] bytes = Gunzip.decode(sent, request.getHeader("Content-Encoding"), most(call));
        Utf8Body body = Utf8Body.of(bytes);
        Envelope envelope = call.type() == null ? EnvelopeScanner.batch(body) : EnvelopeScanner.single(body);
        Caller caller = named.orElseGet(() -> inBody(envelope, request));
        Sender sender = Sender.of(caller);
        limits.spend(caller, Math.max(1, envelope.events().size()));
        checkSizes(envelope);
        checkMay(sender, envelope);
        Connection connection = Connection.of(request, sender.sourceType(), locations);
        Instant receivedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return agents.read(new ClientAgents(envelope, connection).all())
                .compose(devices -> intake.send(
                        new RecordBuilder(call, body, envelope, sender, connection, devices, receivedAt, prefix)
                                .records()));
    }

    /** A single event is not larger than an event may be, whatever is around it. */
    static int most(TrackingCall call) {
        return call.type() == null ? EventLimits.BATCH_BYTES : EventLimits.EVENT_BYTES;
    }

    private Caller inBody(Envelope envelope, HttpServerRequest request) {
        if (envelope.writeKey() == null) {
            throw Credentials.missing();
        }
        return credentials.ofWriteKey(envelope.writeKey(), request);
    }

    private static void checkSizes(Envelope envelope) {
        if (envelope.events().size() > EventLimits.BATCH_EVENTS) {
            throw Malformed.tooLarge("A batch may hold " + EventLimits.BATCH_EVENTS + " events at most.");
        }
        int most = EventLimits.EVENT_BYTES - envelope.mergedBytes();
        for (ScannedEvent event : envelope.events()) {
            if (event.length() > most) {
                throw Malformed.tooLarge("An event may have " + EventLimits.EVENT_BYTES
                        + " bytes at most, with what the batch adds to it.");
            }
        }
    }

    private void checkMay(Sender sender, Envelope envelope) {
        switch (sender.proof()) {
            case SERVER_KEY -> {}
            case USER_TOKEN -> envelope.events().forEach(event -> checkUser(event, sender));
            case NONE -> checkNobodyNeedsProof(sender, envelope);
        }
    }

    private static void checkUser(ScannedEvent event, Sender sender) {
        if (event.userId != null && !event.userId.equals(sender.provenUserId())) {
            throw Problem.of(CommonProblem.FORBIDDEN, "The user token is another user's.");
        }
    }

    private void checkNobodyNeedsProof(Sender sender, Envelope envelope) {
        boolean required = directory
                .source(sender.sourceId())
                .filter(KnownSource::requireUserToken)
                .isPresent();
        if (required && envelope.events().stream().anyMatch(event -> event.userId != null)) {
            throw Credentials.userTokenMissing();
        }
    }
}
