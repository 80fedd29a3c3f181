package org.colonnade.platform.shell.internal.functions;

import java.util.Collection;
import java.util.Map;

/** The runtime's store of features: what is on offer, what is installed, and the two moves between them. */
interface Shelf {

    Collection<Offer> offers();

    /** The installed functions and their versions, by id. */
    Map<String, String> installed();

    /** Reads the descriptors of the repositories again; a newer one may lie there now. */
    void look();

    /**
     * Installs the feature, in place of another version of it if there is one. Touches no bundle but its own.
     *
     * @throws RefusedException it does not resolve or does not start; what had been done may have to be undone
     */
    void install(Offer offer) throws RefusedException;

    /** Removes the feature, and nothing that others still need. */
    void remove(String id) throws RefusedException;

    /** The runtime did not do it. */
    final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedException(Exception cause) {
            super(cause.getMessage(), cause);
        }
    }
}
