package io.rapport.benchmarks.shop;

import java.time.Instant;
import java.util.SplittableRandom;

/**
 * The stream of a shop's events. Some visitors are new and most come back, those at the top of the list far more often than
 * others (Zipf's law). One in five has an account and two browsers, and is logged in half of the time.
 */
public final class ShopTraffic {
    private static final int ACCOUNTS = 5;
    private static final String[] COUNTRIES = {"NL", "DE", "BE", "FR", "GB", "ES", "IT", "PL", "SE", "US"};
    private static final String[] PLANS = {"tin", "silver", "gold"};

    private final SplittableRandom random;
    private final String run;
    private final double newcomers;
    private int known;
    private long number;

    /**
     * Begins with nobody.
     *
     * @param run is in every identifier, so that runs do not meet
     * @param known how many visitors there are at first
     * @param newcomers the share of events that somebody new begins with
     */
    public ShopTraffic(long seed, String run, int known, double newcomers) {
        this.random = new SplittableRandom(seed);
        this.run = run;
        this.known = known;
        this.newcomers = newcomers;
    }

    public int visitors() {
        return known;
    }

    /** The next event of a visitor who is drawn. */
    public ShopEvent next(Instant at) {
        boolean isNew = random.nextDouble() < newcomers;
        return of(isNew ? known++ : Assortment.zipf(random, known), at);
    }

    /** The next event of this visitor. */
    public ShopEvent of(int visitor, Instant at) {
        boolean hasAccount = visitor % ACCOUNTS == 0;
        Act drawn = Act.draw(random);
        Act act = drawn == Act.IDENTIFIED && !hasAccount ? Act.PAGE : drawn;
        String anonymous = anonymousId(visitor) + (hasAccount ? "-" + random.nextInt(2) : "");
        boolean isUser = hasAccount && (act == Act.IDENTIFIED || random.nextBoolean());
        String messageId = run + "-" + number++;
        StringBuilder json = new StringBuilder(700);
        envelope(json, act, messageId, at);
        json.append(",\"event\":{\"anonymousId\":\"").append(anonymous).append('"');
        if (isUser) {
            json.append(",\"userId\":\"").append(userId(visitor)).append('"');
        }
        content(json, act, visitor, messageId);
        json.append(",\"context\":{\"locale\":\"nl-NL\",\"page\":{\"path\":\"/p/lantern\",\"title\":\"Lantern\"},"
                + "\"library\":{\"name\":\"analytics.js\",\"version\":\"2.1.0\"},"
                + "\"userAgent\":\"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/130\"}}}");
        return new ShopEvent(
                isUser ? "userId:" + userId(visitor) : "anonymousId:" + anonymous, messageId, json.toString());
    }

    public String userId(int visitor) {
        return run + "-u" + visitor;
    }

    public String anonymousId(int visitor) {
        return run + "-a" + visitor;
    }

    /** An identity by which the visitor's profile can be asked for. */
    public String identity(int visitor) {
        return visitor % ACCOUNTS == 0 ? "userId:" + userId(visitor) : "anonymousId:" + anonymousId(visitor);
    }

    private static void envelope(StringBuilder json, Act act, String messageId, Instant at) {
        json.append("{\"sourceId\":\"web\",\"sourceType\":\"web\",\"proof\":\"NONE\",\"origin\":\"live\",\"type\":\"")
                .append(act == Act.IDENTIFIED ? "identify" : "track")
                .append("\",\"messageId\":\"")
                .append(messageId)
                .append("\",\"timestamp\":\"")
                .append(at)
                .append("\",\"receivedAt\":\"")
                .append(at)
                .append("\",\"device\":{\"type\":\"desktop\",\"os\":\"Linux\"}");
    }

    private void content(StringBuilder json, Act act, int visitor, String messageId) {
        if (act == Act.IDENTIFIED) {
            traits(json, visitor);
            return;
        }
        json.append(",\"event\":\"").append(act.event()).append("\",\"properties\":{");
        act.properties(json, random, "o-" + messageId).append('}');
    }

    private void traits(StringBuilder json, int visitor) {
        json.append(",\"traits\":{\"email\":\"")
                .append(userId(visitor))
                .append("@shop.example\",\"plan\":\"")
                .append(PLANS[random.nextInt(PLANS.length)])
                .append("\",\"gender\":\"")
                .append(visitor % 2 == 0 ? "female" : "male")
                .append("\",\"income\":")
                .append(20_000 + visitor % 60 * 1_000)
                .append(",\"birthday\":\"")
                .append(1950 + visitor % 55)
                .append("-03-14\",\"address\":{\"country\":\"")
                .append(COUNTRIES[visitor % COUNTRIES.length])
                .append("\"}}");
    }
}
