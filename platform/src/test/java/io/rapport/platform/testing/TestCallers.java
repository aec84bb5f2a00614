package io.rapport.platform.testing;

import io.rapport.events.SourceType;
import io.rapport.platform.caller.Caller;
import io.rapport.platform.caller.InternalTokenSigner;
import io.rapport.platform.caller.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code Authorization} header values as the gateway would send them to a service under test. */
public final class TestCallers {
    private static final InternalTokenSigner SIGNER = new InternalTokenSigner(TestKeys.privateKey());

    private TestCallers() {}

    public static String admin() {
        return operator(Role.ADMIN);
    }

    public static String operator(Role... roles) {
        return as(new Caller(Caller.Kind.OPERATOR, "tester", null, null, null, Set.of(roles), Set.of()));
    }

    /** A shop's back end whose key belongs to the source {@code test-server}. */
    public static String server(String... scopes) {
        return as(new Caller(
                Caller.Kind.SERVER, "test-key", "test-server", SourceType.SERVER, null, Set.of(), Set.of(scopes)));
    }

    /** A browser with a public write key, and with a user token if {@code userId} is given. */
    public static String visitor(String sourceId, @Nullable String userId) {
        return as(new Caller(Caller.Kind.VISITOR, sourceId, sourceId, SourceType.WEB, userId, Set.of(), Set.of()));
    }

    /** Somebody without any credential. */
    public static String nobody() {
        return as(Caller.NOBODY);
    }

    /** Whoever is described. */
    public static String as(Caller caller) {
        return "Bearer " + SIGNER.tokenFor(caller);
    }
}
