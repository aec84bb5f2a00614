package io.rapport.profile.operator;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.quarkus.runtime.Startup;
import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
import io.rapport.profile.access.RandomText;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/**
 * Hashes passwords with argon2id (RFC 9106) under OWASP's parameters (Password Storage Cheat Sheet: 19 MiB, 2 passes, 1
 * lane), on two threads of its own: never on the event loop, and never so many at once that they eat the memory.
 */
@Startup
@ApplicationScoped
public class Passwords {
    static final int LEAST_LENGTH = 12;
    static final int MOST_LENGTH = 256;

    private static final Argon2Function ARGON2ID = Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);
    private static final int SALT_BYTES = 16;
    private static final int THREADS = 2;
    private static final int MOST_WAITING = 64;

    private final WorkerExecutor workers;
    private final Semaphore places = new Semaphore(MOST_WAITING);
    private final String nobodysHash;

    public Passwords(Vertx vertx) {
        this.workers = vertx.createSharedWorkerExecutor("passwords", THREADS);
        this.nobodysHash = hashNow(RandomText.secret());
    }

    static boolean isLongEnough(String password) {
        int length = password.codePointCount(0, password.length());
        return length >= LEAST_LENGTH && length <= MOST_LENGTH;
    }

    public Uni<String> hash(String password) {
        return work(() -> hashNow(password));
    }

    /** Whether it is the password; where there is no such user it takes as long to say no. */
    public Uni<Boolean> matches(String password, Optional<String> hash) {
        String against = hash.orElse(nobodysHash);
        return work(() -> {
            boolean same = checkNow(password, against);
            return hash.isPresent() && same;
        });
    }

    private static String hashNow(String password) {
        return Password.hash(normal(password))
                .addRandomSalt(SALT_BYTES)
                .with(ARGON2ID)
                .getResult();
    }

    private static boolean checkNow(String password, String hash) {
        return Password.check(normal(password), hash).with(Argon2Function.getInstanceFromHash(hash));
    }

    /** The same characters typed on another keyboard are the same password (NIST SP 800-63B, 5.1.1.2). */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private <T> Uni<T> work(Callable<T> task) {
        return Uni.createFrom().deferred(() -> {
            if (!places.tryAcquire()) {
                throw Problem.of(CommonProblem.UNAVAILABLE, "Too many logins at once; try again in a moment.")
                        .withHeader("Retry-After", "1");
            }
            return workers.executeBlocking(task, false).onTermination().invoke(places::release);
        });
    }

    @PreDestroy
    void close() {
        workers.closeAndForget();
    }
}
