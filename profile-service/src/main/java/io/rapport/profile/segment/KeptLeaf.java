package io.rapport.profile.segment;

import io.rapport.profile.condition.EventBased;

/**
 * A leaf over events whose state is kept for every profile.
 *
 * @param no what stands for it in the states
 * @param generation since when it is kept without a gap
 */
public record KeptLeaf(int no, EventBased leaf, long generation) {
    /** The number says which leaf it is, and the leaf's own hash would go down its whole condition each time. */
    @Override
    public int hashCode() {
        return no;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeptLeaf kept
                && kept.no == no
                && kept.generation == generation
                && kept.leaf.equals(leaf);
    }
}
