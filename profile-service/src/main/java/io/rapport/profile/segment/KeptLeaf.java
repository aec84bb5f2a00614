package io.rapport.profile.segment;

import io.rapport.profile.condition.EventBased;

/**
 * A leaf over events whose state is kept for every profile.
 *
 * @param no what stands for it in the states
 * @param generation since when it is kept without a gap
 */
public record KeptLeaf(int no, EventBased leaf, long generation) {}
