package org.colonnade.platform.store.internal.store;

import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;

/** A part of a thing. */
@Entity
@Table(name = "desk_part")
public class PartRow {

    @Id
    private long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "thing_id")
    private ThingRow thing;

    private int place;
    private String text;

    public PartRow(long id, ThingRow thing, int place, String text) {
        this.id = id;
        this.thing = thing;
        this.place = place;
        this.text = text;
    }

    public String text() {
        return text;
    }
}
