package io.rapport.campaign.one;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity that another package uses. */
@Entity
public class StampedEntity {
    @Id
    public long id;
}
