package io.rapport.gateway.access;

import io.rapport.events.AccessRecord;
import io.rapport.platform.config.SecretBox;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Opens the secrets that shops sign user tokens with. */
@ApplicationScoped
class UserTokenKeys {
    private static final Logger LOG = Logger.getLogger(UserTokenKeys.class);

    private final SecretBox box;

    UserTokenKeys(SecretBox box) {
        this.box = box;
    }

    KnownSource open(AccessRecord.Source source) {
        return new KnownSource(source.id(), source.type(), source.writeKey(), source.requireUserToken(), key(source));
    }

    private @Nullable Key key(AccessRecord.Source source) {
        try {
            return new SecretKeySpec(box.open(source.encryptedSecret()).getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        } catch (RuntimeException e) {
            LOG.errorf("The secret of source %s cannot be opened; its user tokens are refused: %s", source.id(), e);
            return null;
        }
    }
}
