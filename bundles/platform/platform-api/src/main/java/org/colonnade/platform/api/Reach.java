package org.colonnade.platform.api;

/** How far a permission reaches over the records of a kind that have an owner and a team; the later in this list, the wider. */
public enum Reach {
    /** Only records that the actor owns. */
    OWN,
    /** Those, and all of the teams that the actor sees: the own ones and the ones below them. */
    TEAM,
    /** Every record. */
    ALL;

    /** The wider one of the two. */
    public Reach or(Reach other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
