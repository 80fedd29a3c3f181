package org.colonnade.crm.api.capture;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hands confirmations over to the people who have to click: by mail, or however else. A service of whoever can; where there is none, the
 * links wait and an administrator can hand them over.
 */
@ConsumerType
public interface ConfirmationSender {

    /**
     * Hands one over. Called outside of transactions, on one thread, again after a failure; {@link Confirmation#id()} tells the second
     * time from the first. When it returns, the link is forgotten here.
     *
     * @throws Undeliverable if it can never be handed over; it is not tried again, and an administrator can still do it by hand
     * @throws IOException if it cannot be handed over now; it is tried again with growing pauses until it expires
     */
    void send(Confirmation confirmation) throws IOException;
}
