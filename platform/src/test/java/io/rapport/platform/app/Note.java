package io.rapport.platform.app;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity, so that Hibernate Reactive has something to do. */
@Entity
class Note {
    @Id
    String id;

    String text;

    Note() {}

    Note(String id, String text) {
        this.id = id;
        this.text = text;
    }
}
