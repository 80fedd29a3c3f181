package org.colonnade.platform.rest.internal.door;

import java.io.IOException;

/** The caller stopped sending in the middle of its body, without going away. */
public final class SlowBody extends IOException {

    private static final long serialVersionUID = 1L;

    SlowBody(IOException cause) {
        super("The body stopped arriving", cause);
    }
}
