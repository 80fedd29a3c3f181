package org.colonnade.crm.api.capture;

import java.io.IOException;

/** A confirmation cannot be handed over to this person: trying again is of no use. */
public final class Undeliverable extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param reason for administrators: it is logged, so it names neither the person nor the link */
    public Undeliverable(String reason) {
        super(reason);
    }
}
