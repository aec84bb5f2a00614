package io.rapport.profile.identity;

import static io.rapport.profile.identity.IdentifierType.ANONYMOUS_ID;
import static io.rapport.profile.identity.IdentifierType.DEVICE_ID;
import static io.rapport.profile.identity.IdentifierType.USER_ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.profile.identity.SeenLink.Kind;
import io.rapport.profile.identity.SeenLink.Pair;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PartingTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final UUID PROFILE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    private final Identifier anna = new Identifier(USER_ID, "anna");
    private final Identifier old = new Identifier(USER_ID, "old");
    private final Identifier device = new Identifier(DEVICE_ID, "device");
    private final Identifier phone = new Identifier(ANONYMOUS_ID, "phone");
    private final Identifier tablet = new Identifier(ANONYMOUS_ID, "tablet");

    private static Tie tie(Identifier identifier, boolean alias) {
        return new Tie(identifier, PROFILE, new Link(NOON, Trust.SERVER, alias));
    }

    private static List<Tie> ties(Identifier... identifiers) {
        return Stream.of(identifiers).map(each -> tie(each, false)).toList();
    }

    private static Pair link(Identifier one, Identifier other) {
        return Pair.of(one, other, Kind.EVENT);
    }

    private static List<Identifier> identifiers(List<Tie> ties) {
        return ties.stream().map(Tie::identifier).toList();
    }

    @Test
    void whatHangsOnTheTakenOutAloneGoesAlong() {
        Parting parting = Parting.of(
                        ties(anna, device, phone, tablet),
                        List.of(link(anna, phone), link(anna, tablet), link(device, tablet)),
                        Set.of(tablet))
                .orElseThrow();

        assertThat(identifiers(parting.staying())).containsExactly(anna, phone);
        assertThat(identifiers(parting.separated())).containsExactly(device, tablet);
    }

    @Test
    void whatTheRestHoldsOrNothingTiesToAnythingStays() {
        Parting parting = Parting.of(
                        ties(anna, device, phone, tablet),
                        List.of(link(anna, device), link(device, tablet)),
                        Set.of(tablet))
                .orElseThrow();

        assertThat(identifiers(parting.separated())).containsExactly(tablet);
    }

    @Test
    void nothingOrAllOfItCannotBeTakenOut() {
        assertThat(Parting.of(ties(anna), List.of(), Set.of(anna))).isEmpty();
        assertThat(Parting.of(ties(anna), List.of(), Set.of(phone))).isEmpty();
        assertThat(Parting.of(ties(anna), List.of(), Set.of())).isEmpty();
    }

    @Test
    void aFormerUserIdIsThePresentOneOfItsOwnProfile() {
        Parting parting = Parting.of(List.of(tie(anna, false), tie(old, true)), List.of(link(anna, old)), Set.of(old))
                .orElseThrow();

        assertThat(parting.changes(OTHER).updated())
                .containsExactly(new Tie(old, OTHER, new Link(NOON, Trust.SERVER, false)));
        assertThat(parting.cannotLinks()).containsExactly(Pair.of(anna, old, Kind.OPERATOR));
    }

    @Test
    void anEventDoesNotFuseWhatAnOperatorTookApart() {
        IdentityGraph graph = new IdentityGraph(IdentityRules.defaults(), UUID::randomUUID);
        graph.know(PROFILE, NOON);
        graph.know(OTHER, NOON);
        graph.know(PROFILE, anna, new Link(NOON, Trust.USER, false));
        graph.know(OTHER, phone, new Link(NOON, Trust.USER, false));
        graph.keepApart(new CannotLinks().add(anna, phone).add(anna, tablet));

        Resolution login = graph.resolve(new Sighting(List.of(anna, phone, tablet), null, Trust.SERVER, NOON));

        assertThat(login.profile()).isEqualTo(PROFILE);
        assertThat(login.refused())
                .containsEntry(phone, Refusal.CANNOT_LINK)
                .containsEntry(tablet, Refusal.CANNOT_LINK);
        assertThat(login.changesNothing()).isTrue();
    }
}
