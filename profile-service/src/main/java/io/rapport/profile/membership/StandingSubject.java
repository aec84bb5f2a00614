package io.rapport.profile.membership;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import io.rapport.events.Purpose;
import io.rapport.profile.condition.ClockFact;
import io.rapport.profile.condition.EventBased;
import io.rapport.profile.condition.ProfileSubject;
import io.rapport.profile.condition.ScoreTrait;
import io.rapport.profile.condition.Subject;
import io.rapport.profile.condition.Truth;
import io.rapport.profile.condition.state.LeafState;
import io.rapport.profile.condition.value.TraitPath;
import io.rapport.profile.segment.Segment;
import io.rapport.profile.segment.SegmentBook;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A profile as its standing shows it, for conditions to be asked of. */
final class StandingSubject implements Subject {
    private final SegmentBook book;
    private final Standing standing;
    private final Person person;

    StandingSubject(SegmentBook book, Standing standing, Person person) {
        this.book = book;
        this.standing = standing;
        this.person = person;
    }

    @Override
    public JsonNode trait(TraitPath path) {
        List<Segment> score = ScoreTrait.score(path).map(book::score).orElse(List.of());
        if (!score.isEmpty()) {
            return points(score);
        }
        return path.root().equals(ProfileSubject.COMPUTED) ? path.below(person.computed()) : path.in(person.traits());
    }

    private JsonNode points(List<Segment> score) {
        return DecimalNode.valueOf(score.stream()
                .filter(part -> standing.answer(part.no()).holds())
                .map(part -> Objects.requireNonNull(part.weight()).points())
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Override
    public @Nullable ClockFact clockFact(TraitPath path) {
        return ClockFact.of(path);
    }

    @Override
    public LeafState state(EventBased leaf) {
        return standing.state(book.kept(leaf).no());
    }

    @Override
    public Truth segment(String id, Instant now) {
        return book.find(id)
                .map(Segment::no)
                .map(standing::answer)
                .orElse(Answer.NO)
                .truth();
    }

    @Override
    public boolean consentsTo(Purpose purpose) {
        return person.consents().contains(purpose);
    }
}
