package io.rapport.profile.intake;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.rapport.platform.testing.RapportResource;
import io.rapport.profile.testing.ServiceTest;
import java.util.List;
import java.util.Map;

/** An application of its own, for tests that move the clock or count everybody. */
abstract class OwnShop implements QuarkusTestProfile {
    private final String currency;

    OwnShop(String currency) {
        this.currency = currency;
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(
                RapportResource.class,
                Map.of(
                        "database", "own",
                        "rapport.currency", currency,
                        "rapport.bootstrap.password", ServiceTest.ADMIN_PASSWORD,
                        "rapport.bootstrap.write-key", ServiceTest.WRITE_KEY,
                        "rapport.bootstrap.server-key", ServiceTest.SERVER_KEY)));
    }
}
