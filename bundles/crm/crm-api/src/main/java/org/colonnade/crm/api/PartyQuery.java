package org.colonnade.crm.api;

/**
 * What to look for; everything named must hold.
 *
 * @param text words that all occur in names, contact points, tags, notes or the organisation, without regard to case and accents; or null
 * @param kind only this kind, or null
 * @param tag only with this tag, or null
 * @param archived whether to look among the archived ones instead
 */
public record PartyQuery(String text, PartyKind kind, String tag, boolean archived) {

    /** Everything that is not archived. */
    public static final PartyQuery ALL = new PartyQuery(null, null, null, false);

    /** Those in which these words occur. */
    public static PartyQuery text(String words) {
        return new PartyQuery(words, null, null, false);
    }
}
