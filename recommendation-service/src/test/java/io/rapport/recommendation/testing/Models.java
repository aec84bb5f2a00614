package io.rapport.recommendation.testing;

import static io.rapport.recommendation.testing.Shop.marketer;

import io.rapport.platform.testing.Eventually;
import io.restassured.path.json.JsonPath;
import java.time.Duration;

/** The model as operators see it. */
public final class Models {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Models() {}

    public static JsonPath read() {
        return marketer()
                .get("/api/models/behaviour")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Has a model built of all that the tables hold now, and waits until it is served. */
    public static JsonPath retrain() {
        long latest = latestBuild(read());
        marketer().post("/api/models/behaviour/retrain").then().statusCode(202);
        Eventually.within(PATIENCE, () -> {
            JsonPath model = read();
            return model.getLong("servedHere") > latest && model.getLong("servedHere") == model.getLong("version");
        });
        return read();
    }

    /** The version of the latest build, whatever became of it; 0 where there is none. */
    public static long latestBuild(JsonPath model) {
        return model.getList("builds").isEmpty() ? 0 : model.getLong("builds[0].version");
    }
}
