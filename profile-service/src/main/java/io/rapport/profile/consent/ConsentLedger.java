package io.rapport.profile.consent;

import io.rapport.events.Purpose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The consent of some profiles during one transaction, which holds their rows' locks: {@link ConsentService#ledger} reads
 * it, statements are said to it one by one, {@link ConsentService#save} writes what they came to.
 *
 * <p>Statements count by their own time, whatever order they arrive in. A client stamps its consent on every event, so
 * repeating what holds only moves the moment on; what is kept as history and announced is a change of mind.
 */
public final class ConsentLedger {
    private final Set<Purpose> defaults;
    private final Instant now;
    private final Map<ConsentState.Key, ConsentState> states;
    private final Set<ConsentState.Key> touched = new HashSet<>();
    private final List<ConsentStatement> history = new ArrayList<>();
    private final Map<UUID, UUID> survivors = new LinkedHashMap<>();

    ConsentLedger(Set<Purpose> defaults, Instant now, Map<ConsentState.Key, ConsentState> states) {
        this.defaults = Set.copyOf(defaults);
        this.now = now;
        this.states = new HashMap<>(states);
    }

    /** Takes a statement; if it changed what holds, it is to be announced as answered. What is said of the future holds now. */
    public Optional<ConsentStatement> say(ConsentStatement said) {
        ConsentStatement statement = said.notAfter(now);
        ConsentState.Key key = new ConsentState.Key(statement.profileId(), statement.purpose());
        ConsentState state = states.get(key);
        boolean repeats = state != null && state.granted() == statement.granted();
        boolean holds = state == null || state.yieldsTo(statement);
        if (holds) {
            put(key, new ConsentState(statement.granted(), statement.at()));
        }
        if (!repeats || statement.isExplicit()) {
            history.add(statement);
        }
        return holds && !repeats ? Optional.of(statement) : Optional.empty();
    }

    /** What a profile allows, with the defaults for what it never spoke of. */
    public Set<Purpose> allowed(UUID profile) {
        Set<Purpose> allowed = EnumSet.noneOf(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            ConsentState state = states.get(new ConsentState.Key(profile, purpose));
            if (state == null ? defaults.contains(purpose) : state.granted()) {
                allowed.add(purpose);
            }
        }
        return allowed;
    }

    /**
     * The survivor keeps, per purpose, the later word of the two. Answers with what is to be announced for the survivor
     * after the merge itself: where the loser's word differs from what held for the survivor, its own word or the default, for
     * readers do not see when a word was repeated.
     */
    public List<ConsentStatement> merge(UUID survivor, UUID loser) {
        survivors.put(loser, survivor);
        List<ConsentStatement> changes = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            ConsentState.Key key = new ConsentState.Key(survivor, purpose);
            ConsentState kept = states.get(key);
            ConsentState brought = states.remove(new ConsentState.Key(loser, purpose));
            if (brought != null) {
                ConsentState later = later(kept, brought);
                put(key, later);
                boolean held = kept == null ? defaults.contains(purpose) : kept.granted();
                if (held != brought.granted()) {
                    changes.add(ConsentStatement.merged(survivor, purpose, later));
                }
            }
        }
        return List.copyOf(changes);
    }

    private static ConsentState later(@Nullable ConsentState kept, ConsentState brought) {
        return kept == null || kept.yieldsTo(brought) ? brought : kept;
    }

    private void put(ConsentState.Key key, ConsentState state) {
        states.put(key, state);
        touched.add(key);
    }

    @Nullable
    ConsentState state(UUID profile, Purpose purpose) {
        return states.get(new ConsentState.Key(profile, purpose));
    }

    Instant now() {
        return now;
    }

    Map<ConsentState.Key, ConsentState> written() {
        Map<ConsentState.Key, ConsentState> written = new HashMap<>(states);
        written.keySet().retainAll(touched);
        return written;
    }

    List<ConsentStatement> history() {
        return List.copyOf(history);
    }

    /** Who was merged into whom, in order. */
    Map<UUID, UUID> survivors() {
        return Collections.unmodifiableMap(survivors);
    }
}
