package io.rapport.gateway.backend;

import io.rapport.platform.caller.Caller;
import io.rapport.platform.caller.InternalTokenSigner;
import io.rapport.platform.config.PlatformConfig;
import jakarta.enterprise.context.ApplicationScoped;

/** Signs the token by which services know the caller. The gateway does not start without its key. */
@ApplicationScoped
public class InternalTokens {
    private final InternalTokenSigner signer;

    InternalTokens(PlatformConfig config) {
        this.signer = new InternalTokenSigner(config.internal()
                .privateKey()
                .orElseThrow(() -> new IllegalStateException("rapport.internal.private-key must be set")));
    }

    /** The {@code Authorization} header that a service accepts. */
    public String authorization(Caller caller) {
        return "Bearer " + signer.tokenFor(caller);
    }
}
