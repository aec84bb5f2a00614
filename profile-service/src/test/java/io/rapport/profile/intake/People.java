package io.rapport.profile.intake;

import static io.rapport.profile.intake.SentEvent.NOON;

import io.rapport.profile.directory.ProfileDirectory;
import io.rapport.profile.identity.IdentifierType;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** People for the tests of other features: they visit, log in and change their minds through the real intake. */
@ApplicationScoped
public class People {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Intake intake;
    private final ProfileDirectory directory;
    private final Pool pool;

    People(Intake intake, ProfileDirectory directory, Pool pool) {
        this.intake = intake;
        this.directory = directory;
        this.pool = pool;
    }

    private void take(SentEvent event) {
        intake.handle(List.of(event.record())).await().atMost(SOON);
    }

    public void visits(String anonymousId) {
        take(SentEvent.track("Product Viewed", "{'category':'Lamps'}").anonymous(anonymousId));
    }

    public void logsIn(String userId, String anonymousId, String traits) {
        take(SentEvent.identify(traits).user(userId).anonymous(anonymousId).proved());
    }

    public void orders(String userId, String orderId, String revenue) {
        take(SentEvent.track("Order Completed", "{'order_id':'" + orderId + "','revenue':" + revenue + "}")
                .user(userId)
                .backEnd());
    }

    public void withdraws(String anonymousId, String consent) {
        take(SentEvent.track("Changed Mind")
                .anonymous(anonymousId)
                .at(NOON.plusSeconds(60))
                .consent(consent));
    }

    /** The profile that goes by an identity such as {@code userId:42}. */
    public UUID id(String identity) {
        int colon = identity.indexOf(':');
        IdentifierType type = IdentifierType.of(identity.substring(0, colon));
        return directory
                .find(pool, type, identity.substring(colon + 1))
                .await()
                .atMost(SOON)
                .orElseThrow();
    }
}
