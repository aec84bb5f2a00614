package io.rapport.platform.health;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.dev.OwnServer;
import io.rapport.platform.testing.RapportResource;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RapportResource.class,
        initArgs = {@ResourceArg(name = "database", value = "platform"), @ResourceArg(name = "own", value = "kafka,postgres")})
class HealthTest {
    OwnServer kafka;

    @Test
    void isReadyOnceItsServersAnswer() {
        Assertions.assertThat(kafka).isNotNull();
        given().get("/health/ready").then().log().all().statusCode(200).body("status", equalTo("UP"));
    }
}
