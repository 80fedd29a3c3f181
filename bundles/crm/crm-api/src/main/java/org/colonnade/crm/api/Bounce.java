package org.colonnade.crm.api;

/**
 * What was sent to a contact point came back.
 *
 * @param permanent whether it will come back for ever, such as a mailbox that is not there (5.1.1 of RFC 3463); otherwise it may get
 *     through another time
 * @param reason what the other side said, at most 500 characters; or null
 * @since 1.1
 */
public record Bounce(Boolean permanent, String reason) {

    public Bounce {
        permanent = permanent != null && permanent;
    }
}
