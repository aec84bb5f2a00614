package io.rapport.campaign.two;

import io.rapport.campaign.one.Neighbour;
import io.rapport.campaign.one.StampedEntity;

/** Closes a circle, and has what belongs to a store. */
public record Round(Neighbour neighbour, StampedEntity entity) {}
