package org.colonnade.platform.measures.internal;

/**
 * How far a file of reference rates was read.
 *
 * @param rates how many were read
 * @param added how many were new or say something else than before
 * @param known how many were known already
 * @param refused how many are of currencies that did not hold on the day, or have no number
 */
record EcbTally(long rates, long added, long known, long refused) {

    static EcbTally of(String checkpoint) {
        if (checkpoint == null) {
            return new EcbTally(0, 0, 0, 0);
        }
        String[] parts = checkpoint.split(" ");
        return new EcbTally(
                Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]), Long.parseLong(parts[3]));
    }

    EcbTally plus(long moreAdded, long moreKnown, long moreRefused) {
        return new EcbTally(
                rates + moreAdded + moreKnown + moreRefused,
                added + moreAdded,
                known + moreKnown,
                refused + moreRefused);
    }

    String checkpoint() {
        return rates + " " + added + ' ' + known + ' ' + refused;
    }

    String json() {
        return "{\"rates\": " + rates + ", \"added\": " + added + ", \"known\": " + known + ", \"refused\": " + refused
                + '}';
    }
}
