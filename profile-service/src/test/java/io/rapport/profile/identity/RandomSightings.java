package io.rapport.profile.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Histories of a few people who share what they should not: tablets, addresses, former ids. */
final class RandomSightings {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Trust[] TRUSTS = Trust.values();

    /** An event, as far as identity is concerned. */
    record Sent(Sighting sighting, String messageId) {
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder()
                    .append(Duration.between(NOON, sighting.at()).toHours())
                    .append("h ")
                    .append(messageId)
                    .append(' ')
                    .append(sighting.trust())
                    .append(" {");
            sighting.identifiers().forEach(each -> text.append(each.value()).append(' '));
            return text.append("was ").append(sighting.previousId()).append('}').toString();
        }
    }

    private final Random random;

    RandomSightings(Random random) {
        this.random = random;
    }

    List<Sent> history() {
        int size = 2 + random.nextInt(18);
        int days = random.nextBoolean() ? 1 : 30;
        List<Sent> history = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Sent sent = new Sent(sighting(days), "m" + random.nextInt(1_000) + "-" + i);
            history.add(sent);
            if (random.nextInt(5) == 0) {
                history.add(again(sent, days));
            }
        }
        return history;
    }

    private Sent again(Sent sent, int days) {
        Sighting before = sent.sighting();
        Sighting after = new Sighting(before.identifiers(), before.previousId(), before.trust(), moment(days));
        return new Sent(after, sent.messageId() + "x");
    }

    /** Many at one moment, so that the message id has to decide. */
    private Instant moment(int days) {
        return NOON.plus(Duration.ofHours(random.nextInt(days * 24)));
    }

    private Sighting sighting(int days) {
        List<Identifier> named = new ArrayList<>();
        add(named, IdentifierType.USER_ID, 3, 2);
        add(named, IdentifierType.EMAIL, 3, 3);
        add(named, IdentifierType.PHONE, 2, 6);
        add(named, IdentifierType.DEVICE_ID, 3, 5);
        add(named, IdentifierType.ANONYMOUS_ID, 4, 2);
        if (named.isEmpty()) {
            named.add(identifier(IdentifierType.ANONYMOUS_ID, 4));
        }
        Collections.shuffle(named, random);
        String previous = random.nextInt(8) == 0 ? previous() : null;
        return new Sighting(named, previous, TRUSTS[random.nextInt(TRUSTS.length)], moment(days));
    }

    private String previous() {
        return random.nextBoolean() ? "userId" + random.nextInt(3) : "anonymousId" + random.nextInt(4);
    }

    private void add(List<Identifier> named, IdentifierType type, int values, int oneIn) {
        if (random.nextInt(oneIn) == 0) {
            named.add(identifier(type, values));
        }
    }

    Identifier identifier(IdentifierType type, int values) {
        return new Identifier(type, type.wire() + random.nextInt(values));
    }

    Identifier any() {
        IdentifierType type = IdentifierType.values()[random.nextInt(IdentifierType.values().length)];
        return identifier(type, 2);
    }
}
