package io.rapport.profile.membership;

import io.rapport.events.Purpose;
import io.rapport.profile.condition.EventBased;
import io.rapport.profile.condition.LeafId;
import io.rapport.profile.condition.SeenEvent;
import io.rapport.profile.condition.Truth;
import io.rapport.profile.condition.state.LeafState;
import io.rapport.profile.condition.value.TraitPath;
import io.rapport.profile.segment.KeptLeaf;
import io.rapport.profile.segment.Segment;
import io.rapport.profile.segment.SegmentBook;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Works out what a change makes of one profile's standing. It asks only the segments that the change or the clock can touch.
 * Where a state has to come from the event store, {@link #wanted} says so: {@link #recall} it, and {@link #judge} again.
 */
final class Judgement {
    /** How far clocks of several machines may be apart; further back is a clock that was set back. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private final SegmentBook book;
    private final ProfileChange change;
    private final Standing standing;
    private final Person person;
    private final Instant now;
    private final boolean all;
    private final long generation;
    private final Set<EventBased> changed = new HashSet<>();
    private final Map<LeafId, KeptLeaf> wanted = new LinkedHashMap<>();
    private final Map<Integer, Boolean> before = new LinkedHashMap<>();
    private final Map<Integer, Boolean> turned = new LinkedHashMap<>();
    private final Map<Integer, Boolean> scored = new LinkedHashMap<>();
    private boolean wantsFavourites;

    /**
     * Takes the change in.
     *
     * @param losers of the profiles that it took in
     * @param clock the present moment, which is not before the standing's own unless it was set back
     */
    Judgement(
            SegmentBook book,
            ProfileChange change,
            Standing standing,
            Collection<Standing> losers,
            Person person,
            Instant clock) {
        this.book = book;
        this.change = change;
        this.standing = standing;
        this.person = person;
        boolean isSetBack = clock.plus(TOLERANCE).isBefore(standing.evaluatedAt());
        this.now = isSetBack || clock.isAfter(standing.evaluatedAt()) ? clock : standing.evaluatedAt();
        long own = change.isMet() ? book.generation() : standing.generation();
        boolean isUneven = losers.stream().anyMatch(loser -> !book.areEven(loser.generation(), own));
        boolean isAnew = change.isRebuilt() || isSetBack || isUneven;
        this.all = isAnew || change.isMet() || !losers.isEmpty();
        this.generation = isAnew || change.isMet() || change.isCaughtUp() ? book.generation() : standing.generation();
        takeIn(losers, isAnew ? Standing.NEVER : own);
    }

    /** What the leaves up to the generation know, they go on from; later ones begin with the event store. */
    private void takeIn(Collection<Standing> losers, long known) {
        if (known < book.generation()) {
            catchUp(known);
        }
        losers.forEach(loser -> takeIn(loser, known));
        change.events().forEach(event -> absorb(event, known));
        judgeLists(losers);
    }

    /** A standing of the present generation has all leaves and no others: that is nearly every one, and is not looked at. */
    private void catchUp(long known) {
        standing.forgetLeaves(no -> !isKept(no, known));
        for (KeptLeaf kept : book.leaves()) {
            if (kept.generation() > known && kept.generation() <= generation) {
                wanted.put(kept.leaf().id(), kept);
            }
        }
    }

    private boolean isKept(int no, long known) {
        KeptLeaf kept = book.kept(no);
        return kept != null && kept.generation() <= known;
    }

    private void takeIn(Standing loser, long known) {
        for (int no : loser.leaves().keySet()) {
            if (isKept(no, known)) {
                EventBased leaf = book.kept(no).leaf();
                put(no, leaf, leaf.merge(standing.state(no), loser.state(no), now));
            }
        }
    }

    private void absorb(SeenEvent event, long known) {
        for (EventBased leaf : book.index().leavesOf(event)) {
            KeptLeaf kept = book.kept(leaf);
            if (kept.generation() <= known) {
                put(kept.no(), leaf, leaf.absorb(standing.state(kept.no()), event, now));
            }
        }
    }

    private void put(int no, EventBased leaf, LeafState state) {
        if (standing.put(no, state)) {
            changed.add(leaf);
        }
    }

    /** Static segments: who is on a list stays on it, whoever they turn out to be. */
    private void judgeLists(Collection<Standing> losers) {
        for (Segment segment : book.lists()) {
            boolean wasOn = standing.answer(segment.no()).holds()
                    || losers.stream()
                            .anyMatch(loser -> loser.answer(segment.no()).holds());
            put(segment.no(), new Answer(change.isListed(segment.id(), wasOn), null));
        }
    }

    /** Of what stays as it was nothing is kept: a new profile is asked for every segment, and a batch has a thousand of them. */
    private void put(int segment, Answer answer) {
        boolean held = standing.answer(segment).holds();
        if (held != answer.holds()) {
            before.putIfAbsent(segment, held);
        }
        standing.put(segment, answer);
    }

    /** Leaves whose states have to come from the event store before anything can be said. */
    Collection<KeptLeaf> wanted() {
        return wanted.values();
    }

    /** The leaves for which an event may count; of a thousand over one name few do. */
    List<KeptLeaf> touchedBy(SeenEvent event) {
        return book.index().leavesOf(event).stream().map(book::kept).toList();
    }

    /** Gives a state that was made of all the profile's events. */
    void recall(KeptLeaf kept, LeafState state) {
        wanted.remove(kept.leaf().id());
        put(kept.no(), kept.leaf(), state);
    }

    /** Whether it came to an end; if not, more is {@link #wanted}. */
    boolean judge() {
        if (!wanted.isEmpty()) {
            return false;
        }
        List<String> asked = asked();
        wantsFavourites = !person.hasFavourites() && asksForFavourites(asked);
        if (wantsFavourites) {
            return false;
        }
        StandingSubject subject = new StandingSubject(book, standing, person);
        for (String id : asked) {
            Segment segment = book.segment(id);
            if (segment.condition() != null && segment.generation() <= generation) {
                ask(segment, subject);
            }
        }
        if (!wanted.isEmpty()) {
            return false;
        }
        settle();
        standing.evaluated(generation, now);
        before.forEach((no, held) -> {
            boolean holds = standing.answer(no).holds();
            if (holds != held) {
                (book.isOfScore(no) ? scored : turned).put(no, holds);
            }
        });
        return true;
    }

    private boolean asksForFavourites(List<String> asked) {
        List<String> asking = Computed.OF_INTEREST.stream()
                .flatMap(path -> touched(path).stream())
                .toList();
        return !asking.isEmpty() && !Collections.disjoint(asked, asking);
    }

    /** Whether the person's favourite categories have to be read before anything can be said. */
    boolean wantsFavourites() {
        return wantsFavourites;
    }

    private void ask(Segment segment, StandingSubject subject) {
        Truth truth = segment.rule().orElseThrow().evaluate(subject, now);
        if (truth.isKnown()) {
            put(segment.no(), Answer.of(truth));
        } else {
            truth.recompute().forEach(leaf -> wanted.put(leaf, book.kept(leaf)));
        }
    }

    /** The segments that may answer otherwise than before, each after those that it refers to. */
    private List<String> asked() {
        if (all) {
            return book.inOrder();
        }
        Set<String> asked = new HashSet<>(book.index().segmentsOf(changed));
        change.traits().forEach(path -> asked.addAll(book.index().byTrait(path).segments()));
        if (!change.events().isEmpty()) {
            Computed.OF_ANY_EVENT.forEach(path -> asked.addAll(touched(path)));
        }
        for (Purpose purpose : change.purposes()) {
            asked.addAll(book.index().byConsent(purpose).segments());
        }
        change.joinedSegments()
                .forEach(id -> asked.addAll(book.index().bySegment(id).segments()));
        change.leftSegments()
                .forEach(id -> asked.addAll(book.index().bySegment(id).segments()));
        asked.addAll(due());
        return book.index().inOrder(asked);
    }

    private List<String> touched(TraitPath path) {
        return book.index().byTrait(path).segments();
    }

    /** Those whose time has come, those that are new to the profile, and what refers to them. */
    private Set<String> due() {
        Set<String> due = new HashSet<>();
        standing.answers().forEach((no, answer) -> {
            Segment segment = answer.isDue(now) ? book.segment(no) : null;
            if (segment != null) {
                addWithDependents(segment, due);
            }
        });
        if (standing.generation() < generation) {
            book.segments().stream()
                    .filter(segment ->
                            segment.generation() > standing.generation() && segment.generation() <= generation)
                    .forEach(segment -> addWithDependents(segment, due));
        }
        due.removeIf(id -> book.segment(id).condition() == null);
        return due;
    }

    private void addWithDependents(Segment segment, Set<String> due) {
        due.add(segment.id());
        due.addAll(book.index().bySegment(segment.id()).segments());
    }

    /** What no rule speaks for any more ends; what a later rule will speak for waits for it. */
    private void settle() {
        if (standing.generation() == book.generation() && generation == book.generation()) {
            return;
        }
        for (Map.Entry<Integer, Answer> each : Map.copyOf(standing.answers()).entrySet()) {
            Segment segment = book.segment(each.getKey());
            if (segment == null && generation == book.generation()) {
                put(each.getKey(), Answer.NO);
            } else if (segment == null || segment.generation() > generation) {
                standing.put(each.getKey(), each.getValue().waitingForNothing());
            }
        }
    }

    /** The numbers of the segments that answer otherwise than before, in the order in which they were asked. */
    Map<Integer, Boolean> turned() {
        return turned;
    }

    /** The same of the weighted conditions of scores, of which nobody is told. */
    Map<Integer, Boolean> scored() {
        return scored;
    }

    ProfileChange change() {
        return change;
    }

    Standing standing() {
        return standing;
    }

    Person person() {
        return person;
    }

    Instant now() {
        return now;
    }
}
