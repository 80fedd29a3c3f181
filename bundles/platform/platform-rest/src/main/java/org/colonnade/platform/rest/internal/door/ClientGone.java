package org.colonnade.platform.rest.internal.door;

import java.io.IOException;

/** The caller broke off while it sent or received. Nobody is left to answer, and nothing of ours went wrong. */
public final class ClientGone extends IOException {

    private static final long serialVersionUID = 1L;

    ClientGone(IOException cause) {
        super("The caller broke off", cause);
    }
}
