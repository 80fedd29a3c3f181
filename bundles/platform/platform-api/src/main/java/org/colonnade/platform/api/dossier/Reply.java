package org.colonnade.platform.api.dossier;

/** What an invited person has answered: iCalendar's PARTSTAT (RFC 5545, 3.2.12). */
public enum Reply {
    NEEDS_ACTION,
    ACCEPTED,
    DECLINED,
    TENTATIVE;

    /** The word in iCalendar. */
    public String partstat() {
        return name().replace('_', '-');
    }
}
