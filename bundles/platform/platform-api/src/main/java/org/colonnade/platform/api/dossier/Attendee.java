package org.colonnade.platform.api.dossier;

/**
 * Somebody who is invited.
 *
 * @param email the address to which invitations go; one attendee an address
 * @param name what they are called, or null
 * @param reply what they answered; {@link Reply#NEEDS_ACTION} if missing
 */
public record Attendee(String email, String name, Reply reply) {

    public Attendee {
        reply = reply == null ? Reply.NEEDS_ACTION : reply;
    }
}
