package org.colonnade.platform.api.audit;

/**
 * What a verification found.
 *
 * @param holds whether everything fits
 * @param rows how many rows were computed anew
 * @param waiting how many rows are committed but not chained yet; more than a moment's worth means that nobody chains
 * @param anchors how many anchors outside the database were compared
 * @param wrong the first row that does not fit; null where all fit
 */
public record Verdict(boolean holds, long rows, long waiting, long anchors, Wrong wrong) {

    /**
     * The first row that does not fit.
     *
     * @param company whose chain
     * @param position its place in the chain
     * @param id the row's id; null where the row is not there
     * @param fault what kind of fault
     * @param sentence what is wrong, in plain words
     */
    public record Wrong(long company, long position, String id, Fault fault, String sentence) {}

    /** What can be wrong with a row. */
    public enum Fault {
        /** One of its fields is not what was chained. */
        CHANGED,
        /** It is not there. */
        MISSING,
        /** It is not the row that was chained in this place: put in, or exchanged with another. */
        MISPLACED,
        /** Its chain value is not what follows from the row and the one before. */
        CHAIN,
        /** Its before or after is not what was written, and no erasure says so. */
        CONTENT,
        /** The chain does not pass through an anchor outside the database: it was written anew, or the database is an older copy. */
        ANCHOR
    }
}
