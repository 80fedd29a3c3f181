package org.colonnade.crm.api;

/** What a party is. */
public enum PartyKind {
    /** A human being. */
    PERSON,
    /** A company, an authority, a club, a department. */
    ORGANISATION
}
