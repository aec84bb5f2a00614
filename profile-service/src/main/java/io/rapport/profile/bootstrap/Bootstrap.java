package io.rapport.profile.bootstrap;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.rapport.events.SourceType;
import io.rapport.profile.access.AccessConfig;
import io.rapport.profile.access.AccessLog;
import io.rapport.profile.operator.OperatorService;
import io.rapport.profile.operator.Passwords;
import io.rapport.profile.serverkey.ServerKeyService;
import io.rapport.profile.signingkey.SigningKeyService;
import io.rapport.profile.source.SourceService;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Runs at every start, on as many replicas as start at once: under the lock of access, the first of them creates what is
 * missing and the others find it there.
 */
@ApplicationScoped
class Bootstrap {
    private static final Logger LOG = Logger.getLogger(Bootstrap.class);
    private static final String WEB = "web";

    private final OperatorService operators;
    private final Passwords passwords;
    private final SourceService sources;
    private final ServerKeyService serverKeys;
    private final SigningKeyService signingKeys;
    private final AccessLog access;
    private final AccessConfig config;

    Bootstrap(
            OperatorService operators,
            Passwords passwords,
            SourceService sources,
            ServerKeyService serverKeys,
            SigningKeyService signingKeys,
            AccessLog access,
            AccessConfig config) {
        this.operators = operators;
        this.passwords = passwords;
        this.sources = sources;
        this.serverKeys = serverKeys;
        this.signingKeys = signingKeys;
        this.access = access;
        this.config = config;
    }

    void start(@Observes StartupEvent event) throws Throwable {
        VertxContextSupport.subscribeAndAwait(this::run);
    }

    Uni<Void> run() {
        return operators
                .isEmpty()
                .chain(empty -> empty
                        ? firstStart(FirstAccess.of(config.bootstrap()))
                        : Uni.createFrom().voidItem())
                .chain(signingKeys::ensure)
                .chain(this::announceAll);
    }

    private Uni<Void> firstStart(FirstAccess first) {
        return passwords
                .hash(first.password())
                .chain(hash -> access.change(() -> operators
                        .isEmpty()
                        .chain(empty -> empty
                                ? create(first, hash).replaceWith(true)
                                : Uni.createFrom().item(false))))
                .invoke(created -> {
                    if (created) {
                        LOG.infof("Created the first operator, %s", first.username());
                        print(first);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> create(FirstAccess first, String passwordHash) {
        return operators
                .createAdmin(first.username(), passwordHash)
                .chain(() -> sources.createIfAbsent(WEB, "Web shop", SourceType.WEB, first.writeKey()))
                .chain(() -> sources.createIfAbsent(
                        ServerKeyService.DEFAULT_SOURCE, "Back end", SourceType.SERVER, Optional.empty()))
                .chain(() -> first.serverKey().isPresent()
                        ? serverKeys.create(first.serverKey().get(), "First start")
                        : Uni.createFrom().voidItem());
    }

    /** To the standard output alone, for a log is kept and sent on, and this is to be seen once. */
    private static void print(FirstAccess first) {
        if (first.chosen()) {
            System.out.printf(
                    "%n*** RAPPORT FIRST LOGIN *** user name: %s  password: %s  (shown this once) ***%n%n",
                    first.username(), first.password());
        }
    }

    /** The topic may be new, or have lost what it held; announcing again what it knows changes nothing. */
    private Uni<Void> announceAll() {
        return sources.announceAll().chain(serverKeys::announceAll).chain(signingKeys::announceAll);
    }
}
