package io.rapport.campaign.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.platform.privacy.PersonalStore;
import io.rapport.platform.testing.PersonalTables;
import io.rapport.platform.testing.RapportResource;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RapportResource.class, initArgs = @ResourceArg(name = "database", value = "campaign"))
class PersonalTablesTest {
    @Inject
    Pool pool;

    @Inject
    @All
    List<PersonalStore> stores;

    @Test
    void erasureReachesEveryTableThatKeepsRowsOfPersons() {
        assertThat(stores).isNotEmpty();
        assertThat(PersonalTables.ofNoStore(pool, stores)).isEmpty();
        assertThat(PersonalTables.ofNoStore(pool, List.of())).contains("consent");
    }
}
